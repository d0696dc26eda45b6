#include "textflag.h"

// What activations_amd64.s does, by AVX-512, sixteen numbers at once: all that are added up in a sum of their own.

// POWERS512 takes the constants of EXP512 into Z16 to Z25, as activations.go names them.
#define POWERS512 \
	LEAQ ·constants(SB), AX \
	VBROADCASTSS (AX), Z16 \
	VBROADCASTSS 4(AX), Z17 \
	VBROADCASTSS 8(AX), Z18 \
	VBROADCASTSS 12(AX), Z19 \
	VBROADCASTSS 16(AX), Z20 \
	VBROADCASTSS 20(AX), Z21 \
	VBROADCASTSS 24(AX), Z22 \
	VBROADCASTSS 28(AX), Z23 \
	VBROADCASTSS 32(AX), Z24 \
	VBROADCASTSS 56(AX), Z25

// EXP512 makes Z0, which is at least the least exponent and at most the largest, its power of e, by Z1 and Z2.
#define EXP512 \
	VMULPS Z18, Z0, Z0 \
	VADDPS Z25, Z0, Z1 \
	VSUBPS Z25, Z1, Z2 \
	VSUBPS Z2, Z0, Z0 \
	VPSLLD $23, Z1, Z1 \
	VMULPS Z0, Z19, Z2 \
	VADDPS Z20, Z2, Z2 \
	VMULPS Z0, Z2, Z2 \
	VADDPS Z21, Z2, Z2 \
	VMULPS Z0, Z2, Z2 \
	VADDPS Z22, Z2, Z2 \
	VMULPS Z0, Z2, Z2 \
	VADDPS Z23, Z2, Z2 \
	VMULPS Z0, Z2, Z2 \
	VADDPS Z24, Z2, Z2 \
	VPADDD Z1, Z2, Z0

// FOLD512 brings the sixteen numbers of a register together in its first, by another register; z, y and x name it and
// its lower parts, byy and byx the other one's.
#define FOLD512(op, z, y, x, byy, byx) \
	VEXTRACTF64X4 $1, z, byy \
	op byy, y, y \
	VEXTRACTF128 $1, y, byx \
	op byx, x, x \
	VPERMILPS $0x4E, x, byx \
	op byx, x, x \
	VPERMILPS $0xB1, x, byx \
	op byx, x, x

// func softmaxAVX512(x []float32) float32
TEXT ·softmaxAVX512(SB), NOSPLIT, $0-28
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	POWERS512
	MOVQ SI, DI
	MOVQ CX, DX
	VMOVUPS (DI), Z3
largest:
	VMAXPS (DI), Z3, Z3
	ADDQ $64, DI
	SUBQ $16, DX
	JNZ largest
	FOLD512(VMAXPS, Z3, Y3, X3, Y4, X4)
	VBROADCASTSS X3, Z3
	VPXORD Z5, Z5, Z5
powers:
	VMOVUPS (SI), Z0
	VSUBPS Z3, Z0, Z0 // at most nothing
	VMAXPS Z16, Z0, Z0
	EXP512
	VMOVUPS Z0, (SI)
	VADDPS Z0, Z5, Z5
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ powers
	FOLD512(VADDPS, Z5, Y5, X5, Y4, X4)
	VMOVSS X5, ret+24(FP)
	VZEROUPPER
	RET

// func geluAVX512(x []float32)
TEXT ·geluAVX512(SB), NOSPLIT, $0-24
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	POWERS512
	VBROADCASTSS 36(AX), Z26
	VBROADCASTSS 40(AX), Z27
	VBROADCASTSS 44(AX), Z28
	VBROADCASTSS 48(AX), Z29
curve:
	VMOVUPS (SI), Z3
	VMULPS Z3, Z3, Z1
	VMINPS Z29, Z1, Z1
	VMULPS Z1, Z26, Z0
	VADDPS Z27, Z0, Z0
	VMULPS Z1, Z0, Z0
	VADDPS Z28, Z0, Z0
	VMULPS Z3, Z0, Z0
	VMAXPS Z16, Z0, Z0
	VMINPS Z17, Z0, Z0
	EXP512
	VADDPS Z24, Z0, Z0
	VDIVPS Z0, Z3, Z3
	VMOVUPS Z3, (SI)
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ curve
	VZEROUPPER
	RET

// func addLayerNormAVX512(x, residual, gain, bias []float32)
//
// The row is gone through three times: for its mean, for its variance, and to be changed.
TEXT ·addLayerNormAVX512(SB), NOSPLIT, $0-96
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	MOVQ residual_base+24(FP), DI
	MOVQ gain_base+48(FP), R8
	MOVQ bias_base+72(FP), R9
	LEAQ ·constants(SB), AX
	SHLQ $2, CX // the row's length in bytes
	VCVTSI2SSQ x_len+8(FP), X15, X15
	VPXORD Z0, Z0, Z0
	XORQ DX, DX
sums:
	VMOVUPS (SI)(DX*1), Z2
	VADDPS (DI)(DX*1), Z2, Z2
	VMOVUPS Z2, (SI)(DX*1)
	VADDPS Z2, Z0, Z0
	ADDQ $64, DX
	CMPQ DX, CX
	JLT sums
	FOLD512(VADDPS, Z0, Y0, X0, Y4, X4)
	VDIVSS X15, X0, X0
	VBROADCASTSS X0, Z14 // the mean
	VPXORD Z0, Z0, Z0
	XORQ DX, DX
squares:
	VMOVUPS (SI)(DX*1), Z2
	VSUBPS Z14, Z2, Z2
	VMULPS Z2, Z2, Z2
	VADDPS Z2, Z0, Z0
	ADDQ $64, DX
	CMPQ DX, CX
	JLT squares
	FOLD512(VADDPS, Z0, Y0, X0, Y4, X4)
	VDIVSS X15, X0, X0
	VADDSS 52(AX), X0, X0
	VSQRTSS X0, X0, X0
	VMOVSS 32(AX), X1
	VDIVSS X0, X1, X0
	VBROADCASTSS X0, Z13 // one by the deviation
	XORQ DX, DX
change:
	VMOVUPS (SI)(DX*1), Z2
	VSUBPS Z14, Z2, Z2
	VMULPS Z13, Z2, Z2
	VMULPS (R8)(DX*1), Z2, Z2
	VADDPS (R9)(DX*1), Z2, Z2
	VMOVUPS Z2, (SI)(DX*1)
	ADDQ $64, DX
	CMPQ DX, CX
	JLT change
	VZEROUPPER
	RET

// func largestAVX512(x []float32) float32
TEXT ·largestAVX512(SB), NOSPLIT, $0-28
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	VPTERNLOGD $0xFF, Z2, Z2, Z2
	VPSRLD $1, Z2, Z2 // all but the sign
	VPXORD Z0, Z0, Z0
next:
	VPANDD (SI), Z2, Z3
	VPMAXUD Z3, Z0, Z0
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ next
	FOLD512(VPMAXUD, Z0, Y0, X0, Y1, X1)
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET

// func quantizeInt8AVX512(x []float32, by float32, to []uint32)
TEXT ·quantizeInt8AVX512(SB), NOSPLIT, $0-56
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	VBROADCASTSS by+24(FP), Z15
	MOVQ to_base+32(FP), DI
	MOVL $0x80808080, AX // the offset of unsigned bytes
	VPBROADCASTD AX, X14
next:
	VMULPS (SI), Z15, Z0
	VCVTPS2DQ Z0, Z0
	VPMOVSDB Z0, X0
	VPXOR X14, X0, X0
	VMOVDQU X0, (DI)
	ADDQ $64, SI
	ADDQ $16, DI
	SUBQ $16, CX
	JNZ next
	VZEROUPPER
	RET

// func quantizeInt16AVX512(x []float32, by float32, to []uint32)
TEXT ·quantizeInt16AVX512(SB), NOSPLIT, $0-56
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	VBROADCASTSS by+24(FP), Z15
	MOVQ to_base+32(FP), DI
next:
	VMULPS (SI), Z15, Z0
	VCVTPS2DQ Z0, Z0
	VPMOVSDW Z0, (DI)
	ADDQ $64, SI
	ADDQ $32, DI
	SUBQ $16, CX
	JNZ next
	VZEROUPPER
	RET
