package diagnose

import (
	"strings"

	"netvisormac/mac"
)

// slipsOfKeys are the mistakes of one key, for each of the two. "KEY" in a title is its name.
var slipsOfKeys = ofEachKey(
	mistake{Mistake: Mistake{ID: "leading-zeros-",
		Title: "The MAC was made with a KEY that has more or fewer leading zeros",
		Fix:   "Keep keys as text: software that reads a key as a number drops its leading zeros, or adds some."},
		likely: 2, texts: otherZeros},
	mistake{Mistake: Mistake{ID: "cut-",
		Title: "The MAC was made with a KEY that has two or three characters more or fewer at its beginning or end",
		Fix:   "Copy the key again from where it was issued, from its first character to its last, both here and into your program."},
		likely: 3, stage: "keys", sweep: cutKey, size: manyEnds, detail: lengths},
	mistake{Mistake: Mistake{ID: "look-alikes-",
		Title: "The MAC was made with a KEY in which characters that look alike are mixed up",
		Fix:   "Copy the key instead of typing it: 0 and O, 1, l and I, 5 and S, 8 and B are easily mistaken for each other."},
		likely: 3, stage: "keys", sweep: lookAlikes, size: manyLookAlikes},
	mistake{Mistake: Mistake{ID: "two-typos-",
		Title: "The MAC was made with a KEY that is two characters off",
		Fix:   "Copy the key again from where it was issued, both here and into your program."},
		likely: 5, stage: "slips", sweep: twoSlips, size: manyTwoSlips})

// ofEachKey are the mistakes of the customer key and of the partner key.
func ofEachKey(kinds ...mistake) (list []mistake) {
	for i := range kinds {
		for _, f := range []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey} {
			m, info := kinds[i], f.Info()
			m.Group, m.Where, m.ID, m.Fields = "keys", Settings, m.ID+info.ID, []mac.Field{f}
			m.Title = strings.Replace(m.Title, "KEY", strings.ToLower(info.Title), 1)
			list = append(list, m)
		}
	}
	return list
}

var keyMistakes = []mistake{
	{Mistake: Mistake{Group: "keys", ID: "keys-mixed", Where: Settings, Fields: []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey},
		Title: "One key had characters of the other when the MAC was made",
		Fix:   "Copy both keys again from where they were issued: a line was copied twice, or one key was pasted into the other."},
		likely: 4, stage: "keys", makes: mixedKeys, size: manyMixed},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-other-values", Fields: []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey},
		Title: "The HMAC key is made of other values than the two keys",
		Fix:   "Build it as customerKey&partnerKey."},
		likely: 5, stage: "keys", makes: otherHMACKeys, size: manyHMACKeys, detail: keyFields},
	{Mistake: Mistake{Group: "keys", ID: "keys-swapped", Fields: []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey},
		Title: "The customer key and the partner key are swapped",
		Fix:   "Put the customer key first and the partner key last, in the string and in the HMAC key."},
		likely: 2, changes: []change{{do: swapEverywhere}}},
	{Mistake: Mistake{Group: "keys", ID: "keys-swapped-in-message", Fields: []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey},
		Title: "The customer key and the partner key are swapped in the string",
		Fix:   "Put the customer key before the partner key."},
		likely: 3, changes: []change{{do: swapInMessageAlone}}},
	{Mistake: Mistake{Group: "keys", ID: "keys-not-in-message", Fields: []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey},
		Title: "The keys are missing from the string",
		Fix:   "Put both at its end: with HMACSHA256 they are in the string and in the HMAC key."},
		likely: 2, changes: []change{{do: leaveOut}}},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-reversed", Fields: []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey},
		Title: "The HMAC key has the partner key first",
		Fix:   "Build it as customerKey&partnerKey, in this order."},
		likely: 2, changes: []change{{do: swapInKey}}},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-customer-only", Fields: []mac.Field{mac.FieldPartnerKey},
		Title: "The HMAC key is only the customer key",
		Fix:   "Build it as customerKey&partnerKey."},
		likely: 2, changes: []change{{do: leaveOutOfKey}}},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-partner-only", Fields: []mac.Field{mac.FieldCustomerKey},
		Title: "The HMAC key is only the partner key",
		Fix:   "Build it as customerKey&partnerKey."},
		likely: 2, changes: []change{{do: leaveOutOfKey}}},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-no-separator", Fields: []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey},
		Title: "The HMAC key has no & between the two keys",
		Fix:   "Build it as customerKey&partnerKey."},
		likely: 3, changes: []change{{do: joinKeys}}},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-hex-decoded", Fields: []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey},
		Title: "The HMAC key was decoded from hex",
		Fix:   "Use the keys as text: their hex digits are the characters of the HMAC key. Do not decode them (hex2bin, Buffer.from(key, \"hex\"), bytes.fromhex)."},
		likely: 4, changes: []change{{do: decodeKeys}, {do: joinDecodedKeys}}},
}
