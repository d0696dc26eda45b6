package kernel

import "golang.org/x/sys/cpu"

// ways are the ways to reckon that this machine has, the best first.
var ways = func() []*way {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return []*way{avx2, portable}
	}
	return []*way{portable}
}()

var avx2 = &way{name: "AVX2", tall: 6, kernel: kernelAVX2, softmax: softmaxAVX2, gelu: geluAVX2, settle: settleAVX2}

//go:noescape
func kernelAVX2(k int, a []float32, aStride int, panel, c []float32, cStride int, from []float32, fromStride int)

//go:noescape
func softmaxAVX2(x []float32) float32

//go:noescape
func geluAVX2(x []float32)

//go:noescape
func settleAVX2(x, more, gain, shift []float32)
