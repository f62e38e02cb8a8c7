// Command multivers stands in for the binding of the other page.
package main

import "syscall/js"

func main() {
	js.Global().Set("standIn", js.FuncOf(func(js.Value, []js.Value) any { return "pong of the other" }))
	select {}
}
