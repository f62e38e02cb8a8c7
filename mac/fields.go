package mac

// Field names one value of a request or a key, by its name in the JavaScript API.
type Field string

// The fields. Each stands once in the table that Fields returns.
const (
	FieldURL            Field = "url"
	FieldSender         Field = "sender"
	FieldCustomerID     Field = "customerId"
	FieldPartnerID      Field = "partnerId"
	FieldTimestampUnix  Field = "timestampUnix"
	FieldTimestamp      Field = "timestamp"
	FieldTransactionID  Field = "transactionId"
	FieldLanguage       Field = "language"
	FieldOrganisationID Field = "organisationId"
	FieldMAC            Field = "mac"
	FieldAlgorithm      Field = "algorithm"
	FieldCustomerKey    Field = "customerKey"
	FieldPartnerKey     Field = "partnerKey"
)

// FieldInfo describes a field.
type FieldInfo struct {
	Field  Field
	ID     string // in kebab case, as the ids of mistakes have it
	Title  string // in English, as the field is spoken of
	Header string // name of the header that carries it; empty for the address and the keys
	Secret bool   // never shown, linked, logged or sent

	of func(*Request, *Keys) *string
}

// fields has the headers in the documentation's order.
var fields = []FieldInfo{
	{FieldURL, "url", "Address", "", false, func(r *Request, _ *Keys) *string { return &r.URL }},
	{FieldSender, "sender", "Sender", "X-Netvisor-Authentication-Sender", false, func(r *Request, _ *Keys) *string { return &r.Sender }},
	{FieldCustomerID, "customer-id", "Customer id", "X-Netvisor-Authentication-CustomerId", false, func(r *Request, _ *Keys) *string { return &r.CustomerID }},
	{FieldPartnerID, "partner-id", "Partner id", "X-Netvisor-Authentication-PartnerId", false, func(r *Request, _ *Keys) *string { return &r.PartnerID }},
	{FieldTimestampUnix, "timestamp-unix", "Unix timestamp", "X-Netvisor-Authentication-TimestampUnix", false, func(r *Request, _ *Keys) *string { return &r.TimestampUnix }},
	{FieldTimestamp, "timestamp", "Timestamp", "X-Netvisor-Authentication-Timestamp", false, func(r *Request, _ *Keys) *string { return &r.Timestamp }},
	{FieldTransactionID, "transaction-id", "Transaction id", "X-Netvisor-Authentication-TransactionId", false, func(r *Request, _ *Keys) *string { return &r.TransactionID }},
	{FieldLanguage, "language", "Language", "X-Netvisor-Interface-Language", false, func(r *Request, _ *Keys) *string { return &r.Language }},
	{FieldOrganisationID, "organisation-id", "Organisation id", "X-Netvisor-Organisation-ID", false, func(r *Request, _ *Keys) *string { return &r.OrganisationID }},
	{FieldMAC, "mac", "MAC", "X-Netvisor-Authentication-MAC", false, func(r *Request, _ *Keys) *string { return &r.MAC }},
	{FieldAlgorithm, "algorithm", "Algorithm", "X-Netvisor-Authentication-MACHashCalculationAlgorithm", false, func(r *Request, _ *Keys) *string { return (*string)(&r.Algorithm) }},
	{FieldCustomerKey, "customer-key", "Customer key", "", true, func(_ *Request, k *Keys) *string { return &k.Customer }},
	{FieldPartnerKey, "partner-key", "Partner key", "", true, func(_ *Request, k *Keys) *string { return &k.Partner }},
}

// statusCodes asks for HTTP status codes that tell success from failure;
// without it every answer is 200. It is sent with every request, and not signed.
var statusCodes = Header{"X-Netvisor-Authentication-UseHTTPResponseStatusCodes", "1"}

// std10 are the values that HMACSHA256 is made over, in their order.
var std10 = []Field{
	FieldURL, FieldSender, FieldCustomerID, FieldTimestamp, FieldLanguage,
	FieldOrganisationID, FieldTransactionID, FieldTimestampUnix, FieldCustomerKey, FieldPartnerKey,
}

// std9 are the values of the legacy hashes.
var std9 = []Field{
	FieldURL, FieldSender, FieldCustomerID, FieldTimestamp, FieldLanguage,
	FieldOrganisationID, FieldTransactionID, FieldCustomerKey, FieldPartnerKey,
}

// Fields returns the table of fields.
func Fields() []FieldInfo { return append([]FieldInfo(nil), fields...) }

// Info returns the field's row of the table, or a row with nothing but the
// name if there is none.
func (f Field) Info() FieldInfo {
	for i := range fields {
		if fields[i].Field == f {
			return fields[i]
		}
	}
	return FieldInfo{Field: f}
}

// Of returns where r or k holds the field.
func (i FieldInfo) Of(r *Request, k *Keys) *string { return i.of(r, k) }

// Of returns where r or k holds the field, or nil if neither does.
func (f Field) Of(r *Request, k *Keys) *string {
	for i := range fields { // Info copies, and a search asks a million times
		if fields[i].Field == f {
			return fields[i].of(r, k)
		}
	}
	return nil
}

// signed are the fields that a MAC of the algorithm is made over.
func signed(a Algorithm) []Field {
	if a == SHA256 {
		return std9
	}
	return std10
}

func headers(r Request) []Header {
	var list []Header
	for i := range fields {
		info := &fields[i]
		if info.Header != "" {
			list = append(list, Header{info.Header, *info.of(&r, nil)})
		}
	}
	return append(list, statusCodes)
}
