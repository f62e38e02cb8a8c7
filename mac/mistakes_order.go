package mac

var orderMistakes = []mistake{
	{Mistake: Mistake{Group: "order", ID: "timestamp-unix-last", Fields: []Field{FieldTimestampUnix},
		Title: "TimestampUnix stands at the end of the string",
		Fix:   "Put it between TransactionId and the customer key."},
		likely: 2, ways: []way{{put: FieldTimestampUnix}}},
	{Mistake: Mistake{Group: "order", ID: "timestamp-unix-after-timestamp", Fields: []Field{FieldTimestampUnix},
		Title: "TimestampUnix stands after Timestamp",
		Fix:   "Put it between TransactionId and the customer key."},
		likely: 2, ways: []way{{put: FieldTimestampUnix, after: FieldTimestamp}}},
	{Mistake: Mistake{Group: "order", ID: "timestamp-unix-before-timestamp", Fields: []Field{FieldTimestampUnix},
		Title: "TimestampUnix stands before Timestamp",
		Fix:   "Put it between TransactionId and the customer key. The order of the headers is not the order of the string."},
		likely: 3, ways: []way{{put: FieldTimestampUnix, before: FieldTimestamp}}},
	{Mistake: Mistake{Group: "order", ID: "partner-id-added", Fields: []Field{FieldPartnerID},
		Title: "The partner id is in the string",
		Fix:   "Leave it out: the page says that all headers are signed, but PartnerId is not."},
		likely: 3, ways: []way{{put: FieldPartnerID, after: FieldCustomerID}, {put: FieldPartnerID, after: FieldSender},
			{put: FieldPartnerID, before: FieldCustomerKey}, {put: FieldPartnerID}}},
	{Mistake: Mistake{Group: "order", ID: "partner-id-for-customer-id", Fields: []Field{FieldPartnerID, FieldCustomerID},
		Title: "The partner id stands in place of the customer id",
		Fix:   "Sign the customer id. The partner id is sent, but not signed."},
		likely: 3, ways: []way{{do: partnerForCustomer}}},
	{Mistake: Mistake{Group: "order", ID: "method-in-front", Fields: []Field{FieldURL},
		Title: "The HTTP method stands in front of the address",
		Fix:   "Begin the string with the address: the method is not signed."},
		likely: 6, ways: []way{{front: "GET"}, {front: "POST"}, {front: "PUT"}}},
}

// leftOut and exchanged are the mistakes of each value and of two neighbours,
// without the values' names.
var leftOut = mistake{Mistake: Mistake{Group: "order", ID: "missing-",
	Title: " is missing from the string",
	Fix:   "Sign it too: the string has ten values, in a fixed order. A variable that is empty leaves nothing between two &."},
	likely: 4, ways: []way{{do: leaveOut}, {do: empty}, {do: emptyForBoth}}}

var exchanged = mistake{Mistake: Mistake{Group: "order", ID: "swapped-",
	Title: " and ",
	Fix:   "Put the values into the order of the documentation."},
	likely: 5, ways: []way{{do: swap}}}
