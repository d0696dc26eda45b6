package kernel

import "golang.org/x/sys/cpu"

// implementations are those that this machine has, the fastest first.
var implementations = func() (all []*Implementation) {
	if !cpu.X86.HasAVX2 {
		return []*Implementation{portable}
	}
	if cpu.X86.HasAVX512VNNI && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512BW {
		all = append(all, &Implementation{name: "AVX-512 VNNI", mr: 8, microKernel: microKernelAVX512,
			softmax: softmaxAVX512, gelu: geluAVX512, addLayerNorm: addLayerNormAVX512,
			integers: integerKernels{mr: 8, panels: 2, offset: 128, largest: largestAVX512,
				quantizeInt8: quantizeInt8AVX512, quantizeInt16: quantizeInt16AVX512,
				int8: int8MicroKernelAVX512, int16: int16MicroKernelAVX512, interleave: interleaveAVX2}})
	}
	if cpu.X86.HasAVXVNNI {
		all = append(all, with("AVX-VNNI", integerKernels{mr: 6, panels: 1,
			int8: int8MicroKernelAVXVNNI, int16: int16MicroKernelAVXVNNI}))
	}
	return append(all, with("AVX2", integerKernels{mr: 4, panels: 1, centred: true,
		int8: int8MicroKernelAVX2, int16: int16MicroKernelAVX2}), portable)
}()

// with returns the kernels for AVX2 with micro-kernels for integers, whose rows are of unsigned bytes.
func with(name string, k integerKernels) *Implementation {
	k.offset, k.largest, k.quantizeInt8, k.quantizeInt16, k.interleave =
		128, largestAVX2, quantizeInt8AVX2, quantizeInt16AVX2, interleaveAVX2
	return &Implementation{name: name, mr: 4, microKernel: microKernelAVX2, softmax: softmaxAVX2, gelu: geluAVX2,
		addLayerNorm: addLayerNormAVX2, integers: k}
}

//go:noescape
func microKernelAVX2(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int)

//go:noescape
func softmaxAVX2(x []float32) float32

//go:noescape
func geluAVX2(x []float32)

//go:noescape
func addLayerNormAVX2(x, residual, gain, bias []float32)

//go:noescape
func largestAVX2(x []float32) float32

//go:noescape
func quantizeInt8AVX2(x []float32, by float32, to []uint32)

//go:noescape
func quantizeInt16AVX2(x []float32, by float32, to []uint32)

//go:noescape
func interleaveAVX2(a, b, to []uint32, step int)

//go:noescape
func int8MicroKernelAVX2(t *tile)

//go:noescape
func int16MicroKernelAVX2(t *tile)

//go:noescape
func int8MicroKernelAVXVNNI(t *tile)

//go:noescape
func int16MicroKernelAVXVNNI(t *tile)

//go:noescape
func int8MicroKernelAVX512(t *tile)

//go:noescape
func int16MicroKernelAVX512(t *tile)

//go:noescape
func microKernelAVX512(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int)

//go:noescape
func softmaxAVX512(x []float32) float32

//go:noescape
func geluAVX512(x []float32)

//go:noescape
func addLayerNormAVX512(x, residual, gain, bias []float32)

//go:noescape
func largestAVX512(x []float32) float32

//go:noescape
func quantizeInt8AVX512(x []float32, by float32, to []uint32)

//go:noescape
func quantizeInt16AVX512(x []float32, by float32, to []uint32)
