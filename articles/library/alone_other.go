//go:build !unix

package library

// alone would make sure that no other program has a library open. Where it cannot, Windows does by itself: files that
// are open there keep their names.
func alone(string) (release func(), err error) { return func() {}, nil }
