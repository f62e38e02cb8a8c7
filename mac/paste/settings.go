package paste

import "netvisormac/mac"

// settings tells the keys and ids that stand in the text without a request, or
// where they are others than those of a request.
func (n *noter) settings(r *reader, list []*message, loose *message) {
	f := Found{Sources: map[mac.Field]Source{}}
	for _, info := range fields {
		values := loose.values.of(info.Field)
		if len(values) == 0 || info.Field == mac.FieldURL && !isAddress(values[0].text) {
			continue
		}
		best := elect(values)
		*info.Field.Of(&f.Request, &f.Keys) = best.text
		f.Sources[info.Field] = n.source(best)
		n.differs(info, best)
	}
	if len(list) > 0 || f.Keys == (mac.Keys{}) {
		return
	}
	n.pasted.Keys = f.Keys
	n.pasted.Settings = &f
	n.pasted.Kind = "settings"
	for _, info := range fields {
		if values := loose.values.of(info.Field); len(values) > 0 && f.Sources[info.Field] != (Source{}) {
			n.value(info.Field, elect(values), values)
		}
	}
}

// differs notes that a value of the settings is another than a request's.
func (n *noter) differs(info mac.FieldInfo, c *candidate) {
	if info.Secret || info.Field == mac.FieldURL || info.Header == "" {
		return
	}
	for i := range n.pasted.Requests {
		f := &n.pasted.Requests[i]
		if have := *info.Field.Of(&f.Request, &f.Keys); have != "" && have != c.text && among(string(info.Field), "sender customerId partnerId organisationId") {
			n.request = i
			n.add("settings-differ", info.Field, c.start)
			n.request = -1
		}
	}
}
