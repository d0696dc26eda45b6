package kernel

// ways are the ways to reckon, the best first. Every processor of the kind has NEON.
var ways = []*way{neon, portable}

var neon = &way{name: "NEON", tall: 6, kernel: kernelNEON, softmax: softmaxNEON, gelu: geluNEON, settle: settleNEON}

//go:noescape
func kernelNEON(k int, a []float32, aStride int, panel, c []float32, cStride int, from []float32, fromStride int)

//go:noescape
func softmaxNEON(x []float32) float32

//go:noescape
func geluNEON(x []float32)

//go:noescape
func settleNEON(x, more, gain, shift []float32)
