package diagnose

import "netvisormac/mac"

var timestampMistakes = []mistake{
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-month-for-minute", Fields: []mac.Field{mac.FieldTimestamp},
		Title: "Minutes and month are mixed up in the timestamp that was signed",
		Fix:   "In .NET and Java MM is the month and mm the minute: yyyy-MM-dd HH:mm:ss.fff, or .SSS in Java."},
		likely: 4, texts: monthForMinute},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-twelve-hour", Fields: []mac.Field{mac.FieldTimestamp},
		Title: "The timestamp that was signed has the hour of a 12-hour clock",
		Fix:   "Write the hour with HH (24 hours), not with hh: 17:05, not 05:05."},
		likely: 1, texts: twelveHour},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-no-milliseconds", Fields: []mac.Field{mac.FieldTimestamp},
		Title: "The timestamp was signed with milliseconds and sent without, or the reverse",
		Fix:   "Write .mmm in both places. The commented-out example on the official page lacks it."},
		likely: 2, texts: withOrWithoutMilliseconds},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-iso", Fields: []mac.Field{mac.FieldTimestamp},
		Title: "The timestamp was signed in ISO 8601, with T or Z",
		Fix:   "Write a space between date and time, and no Z: toISOString(), isoformat() and \"o\" give the other form."},
		likely: 2, texts: otherISO},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-finnish", Fields: []mac.Field{mac.FieldTimestamp},
		Title: "The timestamp was signed in the Finnish format",
		Fix:   "Write YYYY-MM-DD HH:MM:SS.mmm, whatever the culture of the computer is: CultureInfo.InvariantCulture in .NET."},
		likely: 5, texts: finnish},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-epoch", Fields: []mac.Field{mac.FieldTimestamp},
		Title: "The timestamp was signed as a number of seconds or milliseconds",
		Fix:   "Sign the text of the header Timestamp. The number has a place of its own, after TransactionId."},
		likely: 3, texts: epoch},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-unix-milliseconds", Fields: []mac.Field{mac.FieldTimestampUnix},
		Title: "TimestampUnix was signed or sent in milliseconds",
		Fix:   "Write whole seconds: divide JavaScript's Date.now() and Java's currentTimeMillis() by 1000, without decimals."},
		likely: 2, reads: []mac.Field{mac.FieldTimestamp}, changes: []change{{do: unixCut}, {do: unixWithMilliseconds}, {do: unixWithZeros}}},
}
