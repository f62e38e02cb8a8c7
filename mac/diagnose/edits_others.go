package diagnose

import "netvisormac/mac"

// mostOthers is how many other requests take part in a search.
const mostOthers = 20

// shared are the values that may be taken from another request together: by a variable, or a whole MAC, that several share.
var shared = [][]mac.Field{{mac.FieldTransactionID}, {mac.FieldURL}, {mac.FieldTimestamp}, {mac.FieldTimestampUnix},
	{mac.FieldTimestamp, mac.FieldTimestampUnix}, {mac.FieldTimestamp, mac.FieldTimestampUnix, mac.FieldTransactionID},
	{mac.FieldURL, mac.FieldTimestamp, mac.FieldTimestampUnix, mac.FieldTransactionID}}

// valuesOfOthers takes values from each of the other requests that a search knows of.
func valuesOfOthers(from, to *candidate, _ width, t trier) bool {
	for i := range from.texts.others {
		for _, set := range shared {
			to.indices = from.indices
			for _, f := range set {
				if text := *f.Of(&from.texts.others[i], &mac.Keys{}); text != "" {
					to.set(f, from.texts.of(text))
				}
			}
			if to.indices != from.indices && !t.try() {
				return false
			}
		}
	}
	return true
}
