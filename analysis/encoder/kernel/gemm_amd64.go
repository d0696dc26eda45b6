package kernel

import "golang.org/x/sys/cpu"

// implementations are those that this machine has, the fastest first.
var implementations = func() []*implementation {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return []*implementation{avx2, portable}
	}
	return []*implementation{portable}
}()

var avx2 = &implementation{name: "AVX2", mr: 6,
	microKernel: microKernelAVX2, softmax: softmaxAVX2, gelu: geluAVX2, addLayerNorm: addLayerNormAVX2}

//go:noescape
func microKernelAVX2(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int)

//go:noescape
func softmaxAVX2(x []float32) float32

//go:noescape
func geluAVX2(x []float32)

//go:noescape
func addLayerNormAVX2(x, residual, gain, bias []float32)
