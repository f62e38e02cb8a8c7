package snippet

import "strings"

// imports are the resources that take XML by POST, whatever their query says; the others that do are told by method=.
const imports = " accounting accountingbudget payment payrolladvance payrollperiodcollector purchaseinvoice salespayment tripexpense warehouseevent workday "

// method returns the HTTP method with which Netvisor takes a request to the address: POST where it adds or changes, else GET.
func method(url string) string {
	path, query, _ := strings.Cut(strings.ToLower(url), "?")
	name, isResource := strings.CutSuffix(path[strings.LastIndexByte(path, '/')+1:], ".nv")
	if isResource && name != "" && strings.Contains(imports, " "+name+" ") {
		return "POST"
	}
	for value := range strings.SplitSeq(query, "&") {
		switch value {
		case "method=add", "method=edit", "method=delete":
			return "POST"
		}
	}
	return "GET"
}
