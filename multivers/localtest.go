package multivers

// LocalTest returns the web.config without the module, with which the API answers to everyone: for a
// test on the server, or to make a new refresh token. [Restore] puts the module back, to the byte.
// It refuses, with a *[Refusal], a file that is not well-formed or does not have the module.
func LocalTest(config []byte) ([]byte, []Edit, error) {
	d := parse(config)
	if d.fatal != nil || d.broken {
		return config, nil, firstError(d.check("").findings())
	}
	l := d.findLines()
	f := &fixer{document: d, lines: l}
	for _, e := range append(l.modules, l.inLocation...) {
		if isModule(e.attributes) {
			f.remove(e, "local-test")
		}
	}
	if len(f.list) == 0 {
		return config, nil, d.refuse("module-missing", none, Sentences.Text("finding.no-module"))
	}
	test, edits := f.apply(d.source, config)
	return test, edits, nil
}
