package diagnose

import "netvisormac/mac"

var orderMistakes = []mistake{
	{Mistake: Mistake{Group: "order", ID: "order-of-values",
		Title: "The values are in another order",
		Fix:   "Put them in the order of the documentation: the order of the headers, or of their names, is not the order of the string."},
		likely: 3, changes: []change{{do: byHeaderName}, {do: byHeaders}}, detail: order},
	{Mistake: Mistake{Group: "order", ID: "values-missing",
		Title: "Several values are missing from the string",
		Fix:   "Sign all ten values, in the fixed order. An empty variable leaves nothing between two &."},
		likely: 5, changes: []change{{do: leavingOut(mac.FieldLanguage, mac.FieldOrganisationID, mac.FieldTransactionID)},
			{do: leavingOut(mac.FieldSender, mac.FieldCustomerID, mac.FieldTimestamp, mac.FieldLanguage, mac.FieldOrganisationID, mac.FieldTransactionID, mac.FieldTimestampUnix)}},
		detail: leftOutFields},
	{Mistake: Mistake{Group: "order", ID: "timestamp-unix-last", Fields: []mac.Field{mac.FieldTimestampUnix},
		Title: "TimestampUnix is at the end of the string",
		Fix:   "Put it between TransactionId and the customer key."},
		likely: 2, changes: []change{{put: mac.FieldTimestampUnix}}},
	{Mistake: Mistake{Group: "order", ID: "timestamp-unix-after-timestamp", Fields: []mac.Field{mac.FieldTimestampUnix},
		Title: "TimestampUnix comes right after Timestamp",
		Fix:   "Put it between TransactionId and the customer key."},
		likely: 2, changes: []change{{put: mac.FieldTimestampUnix, after: mac.FieldTimestamp}}},
	{Mistake: Mistake{Group: "order", ID: "timestamp-unix-before-timestamp", Fields: []mac.Field{mac.FieldTimestampUnix},
		Title: "TimestampUnix comes before Timestamp",
		Fix:   "Put it between TransactionId and the customer key. The order of the headers is not the order of the string."},
		likely: 3, changes: []change{{put: mac.FieldTimestampUnix, before: mac.FieldTimestamp}}},
	{Mistake: Mistake{Group: "order", ID: "partner-id-added", Fields: []mac.Field{mac.FieldPartnerID},
		Title: "The partner id is in the string",
		Fix:   "Leave it out: Netvisor's guide says that all headers are signed, but PartnerId is not."},
		likely: 3, changes: []change{{put: mac.FieldPartnerID, after: mac.FieldCustomerID}, {put: mac.FieldPartnerID, after: mac.FieldSender},
			{put: mac.FieldPartnerID, before: mac.FieldCustomerKey}, {put: mac.FieldPartnerID}}},
	{Mistake: Mistake{Group: "order", ID: "partner-id-for-customer-id", Fields: []mac.Field{mac.FieldPartnerID, mac.FieldCustomerID},
		Title: "The partner id is in the place of the customer id",
		Fix:   "Sign the customer id. The partner id is sent, but not signed."},
		likely: 3, changes: []change{{do: partnerForCustomer}}},
	{Mistake: Mistake{Group: "order", ID: "method-in-front", Fields: []mac.Field{mac.FieldURL},
		Title: "The HTTP method is in front of the address",
		Fix:   "Begin the string with the address: the method is not signed."},
		likely: 6, changes: []change{{front: "GET"}, {front: "POST"}, {front: "PUT"}}},
}

// leftOut and exchanged are the mistakes of each value and of two neighbours.
var leftOut = mistake{Mistake: Mistake{Group: "order", ID: "missing-",
	Title: "{Field} is missing from the string",
	Fix:   "Sign it too: the string has ten values, in a fixed order. An empty variable leaves nothing between two &."},
	likely: 4, changes: []change{{do: leaveOut}, {do: empty}, {do: emptyForBoth}}}

var exchanged = mistake{Mistake: Mistake{Group: "order", ID: "swapped-",
	Title: "{Field} and {other} are swapped",
	Fix:   "Put the values in the order of the documentation."},
	likely: 5, changes: []change{{do: swap}}}
