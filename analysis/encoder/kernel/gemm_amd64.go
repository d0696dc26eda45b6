package kernel

import "golang.org/x/sys/cpu"

// implementations are those that this machine has, the fastest first.
var implementations = func() (all []*Implementation) {
	if !cpu.X86.HasAVX2 {
		return []*Implementation{portable}
	}
	if cpu.X86.HasAVX512VNNI && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512BW {
		all = append(all, with("AVX-512 VNNI", int8Kernels{mr: 8, panels: 2, microKernel: int8MicroKernelAVX512}))
	}
	if cpu.X86.HasAVXVNNI {
		all = append(all, with("AVX-VNNI", int8Kernels{mr: 6, panels: 1, microKernel: int8MicroKernelAVXVNNI}))
	}
	return append(all, with("AVX2", int8Kernels{mr: 4, panels: 1, microKernel: int8MicroKernelAVX2}), portable)
}()

// with returns the kernels for AVX2 with other ones for quantized matrices, whose activations are unsigned.
func with(name string, k int8Kernels) *Implementation {
	k.offset, k.quantize = 128, func(x []float32, to []uint8) float32 {
		scale, by := scaleOf(largestAVX2(x))
		quantizeAVX2(x, by, to)
		return scale
	}
	return &Implementation{name: name, mr: 6, microKernel: microKernelAVX2, softmax: softmaxAVX2, gelu: geluAVX2,
		addLayerNorm: addLayerNormAVX2, int8: k}
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
func quantizeAVX2(x []float32, by float32, to []uint8)

//go:noescape
func int8MicroKernelAVX2(t *int8Tile)

//go:noescape
func int8MicroKernelAVXVNNI(t *int8Tile)

//go:noescape
func int8MicroKernelAVX512(t *int8Tile)
