package diagnose

import (
	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/internal/timestamp"
)

// sweeps begin with the keys: what another key makes can be shared by all that follows.
var sweeps = []mistake{
	{Mistake: Mistake{Group: "keys", ID: "typo-customer-key", Where: Settings, Fields: []mac.Field{mac.FieldCustomerKey},
		Title: "The MAC was made with a customer key that is one character off",
		Fix:   "Copy the key again from where it was issued, both here and into your program."},
		likely: 3, sweep: slips, size: manySlips,
		detail: func(before, after *candidate) []said.Text { return slip(mac.FieldCustomerKey, before, after) }},
	{Mistake: Mistake{Group: "keys", ID: "typo-partner-key", Where: Settings, Fields: []mac.Field{mac.FieldPartnerKey},
		Title: "The MAC was made with a partner key that is one character off",
		Fix:   "Copy the key again from where it was issued, both here and into your program. A leading zero is lost if a key is read as a number."},
		likely: 3, sweep: slips, size: manySlips,
		detail: func(before, after *candidate) []said.Text { return slip(mac.FieldPartnerKey, before, after) }},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-offset", Fields: []mac.Field{mac.FieldTimestamp},
		Title: "The MAC was made with a different time than the header Timestamp",
		Fix:   "Read the clock once, in UTC, and use the same text for the header and for the MAC. Local time comes from DateTime.Now in .NET, LocalDateTime in Java, date() in PHP and time.Now() without .UTC() in Go."},
		likely: 1, sweep: shiftedTimestamp, size: countOffsets,
		detail: func(before, after *candidate) []said.Text {
			return shift(mac.FieldTimestamp, timestamp.Parse, before, after)
		}},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-unix-offset", Fields: []mac.Field{mac.FieldTimestampUnix},
		Title: "The MAC was made with a different time than the header TimestampUnix",
		Fix:   "Read the clock once and use the same number for the header and for the MAC."},
		likely: 2, sweep: shiftedUnix, size: countOffsets,
		detail: func(before, after *candidate) []said.Text {
			return shift(mac.FieldTimestampUnix, timestamp.ParseUnix, before, after)
		}},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-milliseconds", Fields: []mac.Field{mac.FieldTimestamp},
		Title: "The MAC was made for the same second as the header Timestamp, but another millisecond",
		Fix:   "Format the timestamp once, keep the text, and use it for the header and for the MAC."},
		likely: 2, sweep: otherMilliseconds, size: thousand},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-six-decimals", Fields: []mac.Field{mac.FieldTimestamp},
		Title: "The MAC was made with microseconds in the timestamp",
		Fix:   "Write three decimals. Python's isoformat() and %f give six: cut off the last three before you sign."},
		likely: 4, sweep: sixDecimals, size: thousandAlone},
	{Mistake: Mistake{Group: "timestamp", ID: "clock-read-twice", Fields: []mac.Field{mac.FieldTimestamp, mac.FieldTimestampUnix},
		Title: "The MAC was made for another moment than the headers Timestamp and TimestampUnix",
		Fix:   "Read the clock once, keep both texts, and use them for the headers and for the MAC."},
		likely: 2, stage: "clock", makes: clockReadTwice, size: manyMoments, detail: moments},
	{Mistake: Mistake{Group: "address", ID: "url-parameter-order", Fields: []mac.Field{mac.FieldURL},
		Title: "The parameters of the query were signed in another order than they are sent in",
		Fix:   "Build the address once, then sign and send the same text: some HTTP libraries sort the parameters, others keep them in no fixed order."},
		likely: 3, sweep: parameterOrders, size: manyParameterOrders},
}

func thousand(w width) int {
	if w >= withTwo {
		return 0
	}
	return 1000
}

func thousandAlone(w width) int {
	if w == alone {
		return 1000
	}
	return 1
}

// manySlips is about how many slips a key of 32 hex digits has.
func manySlips(w width) int {
	if w >= withTwo {
		return 0
	}
	return 1070
}
