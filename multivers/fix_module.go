package multivers

// module makes the module's line right.
func (f *fixer) module() {
	_, line := Lines("")
	for _, e := range f.strayModules {
		if e.parent != nil && e.parent.section == httpModules {
			f.remove(e, "module-in-httpmodules")
		} else {
			f.remove(e, e.whyStray("module-elsewhere"))
		}
	}
	keep := f.keptModule()
	for _, e := range f.modules {
		if e != keep {
			f.remove(e, "module-repeated")
		}
	}
	switch {
	case keep == nil:
		f.put(modules, line, "module-missing")
	case keep.removedBy != nil, !isRightModule(keep) && keep.removesRight != nil:
		f.remove(keep, "module-removed")
		f.put(modules, line, "module-removed")
	case !isRightModule(keep):
		f.replace(keep.start, keep.end, line, whyModule(keep))
	default:
		if a := keep.attribute("preCondition"); a != nil && a.raw != "" {
			start := a.start
			if f.blank(start - 1) {
				start--
			}
			f.replace(start, a.end, "", "module-precondition")
		}
	}
}

func whyModule(e *element) string {
	switch {
	case e.attribute("name") == nil || e.attribute("type") == nil:
		return "module-incomplete"
	case e.strange() != nil:
		return "attribute-unknown"
	}
	return "module-type"
}

// keptModule returns the line of the module that stays: the first that works, or else the first.
func (f *fixer) keptModule() *element {
	var keep *element
	for _, e := range f.modules {
		if keep == nil || works(e) && !works(keep) {
			keep = e
		}
	}
	return keep
}

func works(e *element) bool { return isRightModule(e) && e.removedBy == nil }

func isRightModule(e *element) bool {
	_, named := e.get("name")
	kind, _ := e.get("type")
	return named && typeMistake(kind).IsEmpty() && e.strange() == nil
}
