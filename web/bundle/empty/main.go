// Command empty does nothing: the smallest program of this toolchain, by which the size of ours is judged.
package main

func main() {}
