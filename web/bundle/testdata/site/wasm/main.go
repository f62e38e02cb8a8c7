// Command wasm stands in for the binding: it adds one function and stays.
package main

import "syscall/js"

func main() {
	js.Global().Set("standIn", js.FuncOf(func(js.Value, []js.Value) any { return "pong" }))
	select {}
}
