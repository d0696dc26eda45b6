//go:build amd64 || arm64

package kernel

// constants are what the assembly needs of the numbers in activations.go, in the order in which it takes them.
//
//lint:ignore U1000 only the assembly looks at it
var constants = [...]float32{-maxExponent, maxExponent, log2e, e5, e4, e3, e2, e1, 1, -g5, -g3, -g1, maxSquare, epsilon,
	roundAt}
