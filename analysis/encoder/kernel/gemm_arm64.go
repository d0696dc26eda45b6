package kernel

// implementations are those that this machine has, the fastest first. Every processor of the kind has NEON.
var implementations = []*Implementation{neon, portable}

var neon = &Implementation{name: "NEON", mr: 6,
	microKernel: microKernelNEON, softmax: softmaxNEON, gelu: geluNEON, addLayerNorm: addLayerNormNEON,
	int8: int8Kernels{mr: 2, words: true}}

//go:noescape
func microKernelNEON(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int)

//go:noescape
func softmaxNEON(x []float32) float32

//go:noescape
func geluNEON(x []float32)

//go:noescape
func addLayerNormNEON(x, residual, gain, bias []float32)
