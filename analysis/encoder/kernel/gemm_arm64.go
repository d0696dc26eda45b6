package kernel

import "golang.org/x/sys/cpu"

// implementations are those that this machine has, the fastest first. Every processor of the kind has NEON, and nearly
// all since 2018 have the products of bytes.
var implementations = func() []*Implementation {
	neon := &Implementation{name: "NEON", mr: 4, microKernel: microKernelNEON, softmax: softmaxNEON, gelu: geluNEON,
		addLayerNorm: addLayerNormNEON, integers: portableIntegers}
	if !cpu.ARM64.HasASIMDDP {
		return []*Implementation{neon, portable}
	}
	sdot := *neon
	sdot.name, sdot.integers = "SDOT", integerKernels{mr: 4, panels: 1, largest: largestNEON,
		quantizeInt8: quantizeInt8NEON, quantizeInt16: quantizeInt16NEON,
		int8: int8MicroKernelSDOT, int16: int16MicroKernelNEON, interleave: interleave}
	return []*Implementation{&sdot, neon, portable}
}()

//go:noescape
func microKernelNEON(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int)

//go:noescape
func softmaxNEON(x []float32) float32

//go:noescape
func geluNEON(x []float32)

//go:noescape
func addLayerNormNEON(x, residual, gain, bias []float32)

//go:noescape
func largestNEON(x []float32) float32

//go:noescape
func quantizeInt8NEON(x []float32, by float32, to []uint32)

//go:noescape
func quantizeInt16NEON(x []float32, by float32, to []uint32)

//go:noescape
func int8MicroKernelSDOT(t *tile)

//go:noescape
func int16MicroKernelNEON(t *tile)

// interleave takes from two rows numbers of 16 bits in turn: nr of each into as many lanes, then so many of the lanes a
// step further on.
func interleave(a, b, to []uint32, step int) {
	const half = nr / 2
	for at := 0; len(a) >= half && len(b) >= half; at += step {
		lanes := to[at:][:nr]
		for k, two := range a[:half] {
			lanes[2*k], lanes[2*k+1] = two&0xffff|b[k]<<16, two>>16|b[k]>>16<<16
		}
		a, b = a[half:], b[half:]
	}
}
