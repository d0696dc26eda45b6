package kernel

// Implementation is the set of kernels for the instructions that a machine may have.
type Implementation struct {
	name string
	// mr is how many rows the micro-kernel takes at once, MR of the literature.
	mr int
	// microKernel writes a·panel + addend into c: mr rows of k numbers, times the k rows of a panel, into mr rows of nr
	// numbers. The rows of addend stand ldd numbers apart; 0 adds the same row, a bias, to each.
	microKernel  func(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int)
	softmax      func(x []float32) float32
	gelu         func(x []float32)
	addLayerNorm func(x, residual, gain, bias []float32)
	integers     integerKernels
}

var fastest = implementations[0]

// Fastest is the fastest implementation for this machine.
func Fastest() *Implementation { return fastest }

// Implementations are all that this machine can run, the fastest first; the last is plain Go.
func Implementations() []*Implementation { return append([]*Implementation(nil), implementations...) }

// Name tells for which instructions it is.
func (m *Implementation) Name() string { return m.name }
