package kernel

// portable is plain Go, for machines that none of the assembly is written for.
var portable = &Implementation{name: "portable", mr: 2,
	microKernel: portableMicroKernel, softmax: portableSoftmax, gelu: portableGelu, addLayerNorm: portableAddLayerNorm,
	integers: portableIntegers}

var portableIntegers = integerKernels{mr: 2, words: true, largest: portableLargest}

// portableMicroKernel takes two rows by four columns at a time, so that the sums stay in registers.
func portableMicroKernel(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int) {
	x, y := a[:k], a[lda:][:k]
	for q := 0; q < nr; q += 4 {
		f, g := addend[q:][:4], addend[ldd+q:][:4]
		s0, s1, s2, s3 := f[0], f[1], f[2], f[3]
		t0, t1, t2, t3 := g[0], g[1], g[2], g[3]
		b := panel[q:]
		for i, u := range x {
			v, p := y[i], b[i*nr:][:4]
			s0 += float32(u * p[0])
			s1 += float32(u * p[1])
			s2 += float32(u * p[2])
			s3 += float32(u * p[3])
			t0 += float32(v * p[0])
			t1 += float32(v * p[1])
			t2 += float32(v * p[2])
			t3 += float32(v * p[3])
		}
		d, e := c[q:][:4], c[ldc+q:][:4]
		d[0], d[1], d[2], d[3] = s0, s1, s2, s3
		e[0], e[1], e[2], e[3] = t0, t1, t2, t3
	}
}
