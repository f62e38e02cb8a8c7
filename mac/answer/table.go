package answer

import (
	"strings"

	"netvisormac/internal/said"
	"netvisormac/mac"
)

// Kind is what an answer can mean.
type Kind struct {
	ID     string // kebab-case, stable for ever
	Title  string // in English, without a period at its end
	Fix    string // what to do, in sentences
	Detail string // what else it says, in the table by ids; empty if that is nothing
	Said   Said   // the same by ids, for another language
	Fields []mac.Field
}

// Said are the texts of a Kind.
type Said struct {
	Title, Fix said.Text
	Detail     []said.Text // one after the other
}

// kind is a Kind with what it is told by.
type kind struct {
	Kind
	codes []string // in the second <Status>, before " :: "
	texts []string // parts of the message, in any language
	http  []int    // with UseHTTPResponseStatusCodes: 1
}

var idsAndKeys = []mac.Field{mac.FieldCustomerID, mac.FieldPartnerID, mac.FieldCustomerKey, mac.FieldPartnerKey, mac.FieldMAC}

// Sentences has the English of what details say, by id.
var Sentences = said.Table{
	{"answer.authenticated", "Authentication has passed: the ids, the keys and the MAC are right."},
	{"answer.computed-right", "Nothing needs to change in the computation."},
	{"answer.partner", "It is about the partner id, which is not part of the MAC; the MAC has probably not been checked yet."},
	{"answer.headers-found", "The server has found the headers and computed a MAC; what differs is a value, a key or the hash."},
	{"answer.any-wrong-mac", "The text names the keys, but Netvisor says the same about every wrong MAC. It does not say which value is wrong."},
	{"answer.data-unchecked", "The data was not checked."},
	{"answer.accepted-before", "The MAC was probably right: the same request was accepted before, or another one with this id."},
	{"answer.mac-unchecked", "It says nothing about the MAC."},
	{"answer.always-200", "The HTTP status 200 does not mean success: without the header X-Netvisor-Authentication-UseHTTPResponseStatusCodes: 1 every answer is 200."},
}

// told is the row with all its texts, and more details.
func (k Kind) told(more ...string) Kind {
	k.Said.Title = said.Text{ID: "answer." + k.ID + ".title", English: k.Title}
	k.Said.Fix = said.Text{ID: "answer." + k.ID + ".fix", English: k.Fix}
	for _, id := range append(strings.Fields(k.Detail), more...) {
		k.Said.Detail = append(k.Said.Detail, Sentences.Text(id))
	}
	k.Detail = said.Joined(k.Said.Detail)
	return k
}

// kinds are searched from above: by text, then by code, then by HTTP
// status. What a text says is narrower than what its code says.
// Source: https://support.netvisor.fi/fi/support/solutions/articles/77000500440
var kinds = []kind{
	{Kind{ID: "answer-partner-not-found", Title: "Netvisor does not know the partner",
		Fix:    "Look at X-Netvisor-Authentication-PartnerId: it must be the partner's id and not the customer's, it must belong to this environment (test and production have different ones), and the header's name must be spelt right.",
		Detail: "answer.partner",
		Fields: []mac.Field{mac.FieldPartnerID}}, []string{"AUTHENTICATION_FAILED"},
		[]string{"Integraatiokumppania ei löydy"}, nil},
	{Kind{ID: "answer-string-shown", Title: "Netvisor made the MAC of another string, and shows it",
		Fix:    "Compare the string that Netvisor shows with yours, value by value: the first that differs is the mistake. Start with the address.",
		Detail: "answer.headers-found",
		Fields: []mac.Field{mac.FieldURL, mac.FieldMAC}}, []string{"AUTHENTICATION_FAILED"},
		[]string{"URI-metodi ei kelpaa", "Käytä MAC-tiivisteen laskentaan merkkijonoa"}, nil},
	{Kind{ID: "answer-keys-not-valid", Title: "The MAC, an id or a key is not right",
		Fix:    "Check the request: one value that is signed differently from what is sent is enough. Then check that the ids and keys belong to this environment, and that the customer key and the partner key are not swapped.",
		Detail: "answer.any-wrong-mac",
		Fields: idsAndKeys}, []string{"AUTHENTICATION_FAILED"},
		[]string{"Integration keys are not valid", "Integraatioavaimet eivät kelpaa", "Integrationsnycklarna är ogiltiga"}, nil},
	{Kind{ID: "answer-authentication-failed", Title: "Netvisor does not accept the ids, the headers or the MAC",
		Fix:    "Check the request here with both keys. If the MAC is right, look for a header that is missing or misspelt, and for ids of the other environment.",
		Detail: "answer.data-unchecked",
		Fields: idsAndKeys}, []string{"AUTHENTICATION_FAILED"}, nil, []int{401}},
	{Kind{ID: "answer-not-unique", Title: "The transaction id was used before",
		Fix:    "Make a new GUID for every request, also when one is repeated after a time-out; the id must be unique among all customers of the partner.",
		Detail: "answer.accepted-before",
		Fields: []mac.Field{mac.FieldTransactionID}}, []string{"REQUEST_NOT_UNIQUE"},
		[]string{"transaction ID has already been used", "yksilöivä tunnus on jo käytetty"}, nil},
	{Kind{ID: "answer-no-access", Title: "There is no permission for this resource",
		Fix:    "In Netvisor, allow the resource for the company of this organisation id, and give the API user permission for that company and resource.",
		Detail: "answer.authenticated answer.computed-right",
		Fields: []mac.Field{mac.FieldOrganisationID, mac.FieldCustomerID}}, []string{"SERVICE_ACCESS_ERROR"}, nil, []int{403}},
	{Kind{ID: "answer-data-size", Title: "Netvisor does not accept the size of the data",
		Fix:    "Read the message; send fewer records at once.",
		Detail: "answer.authenticated"}, []string{"INVALID_DATA_SIZE"}, nil, nil},
	{Kind{ID: "answer-duplicate-data", Title: "Netvisor has this data already",
		Fix:    "Check whether an earlier request got through; update the record instead of adding it.",
		Detail: "answer.authenticated"}, []string{"DUPLICATE_DATA"}, nil, nil},
	{Kind{ID: "answer-period-lock", Title: "The accounting period is locked",
		Fix:    "Have the period opened in Netvisor, or use a date in an open one.",
		Detail: "answer.authenticated"}, []string{"PERIOD_LOCK"}, nil, nil},
	{Kind{ID: "answer-invalid-data", Title: "Netvisor does not accept the data",
		Fix:    "Read the message: it names the element. Compare the XML and the parameters with the description of the resource.",
		Detail: "answer.authenticated"}, []string{"INVALID_DATA"}, nil, []int{400}},
	{Kind{ID: "answer-maintenance", Title: "Netvisor is down for maintenance",
		Fix:    "Send the request later, with a new transaction id, new timestamps and so a new MAC.",
		Detail: "answer.mac-unchecked"}, []string{"SYSTEM_MAINTENANCE", "SYSTEM_MAINTANANCE"}, nil, nil},
	{Kind{ID: "answer-technical-error", Title: "An error in Netvisor",
		Fix:    "Send the request again with a new transaction id; if the error persists, contact Netvisor's support with the transaction id and the time.",
		Detail: "answer.mac-unchecked"}, []string{"TECHNICAL_ERROR"}, nil, []int{500}},
}

// The answers that have neither code nor text of their own.
var (
	answerOK = Kind{ID: "answer-ok", Title: "Netvisor has accepted the request",
		Fix: "There is nothing to do.", Detail: "answer.authenticated"}
	answerNoReason = Kind{ID: "answer-no-reason", Title: "The request failed, and the reason is not in this text",
		Fix: "A failed answer has two Status elements: FAILED, and the reason. Read the second one, or paste the whole answer."}
	answerUnknownCode = Kind{ID: "answer-unknown-code", Title: "The request failed for a reason that is not in the table of known ones",
		Fix: "Read the message; if it does not help, ask Netvisor's support."}
	answerStatusOnly = Kind{ID: "answer-status-only", Title: "The HTTP status alone does not say whether the request succeeded",
		Fix: "Look at the Status elements of the body: without the header UseHTTPResponseStatusCodes: 1 every answer is 200, even a failure."}
)

// Kinds returns the table of what an answer can mean.
func Kinds() []Kind {
	list := []Kind{answerOK.told(), answerNoReason.told(), answerUnknownCode.told(), answerStatusOnly.told()}
	for i := range kinds {
		list = append(list, kinds[i].told())
	}
	return list
}
