#include "textflag.h"

DATA roundAt<>+0(SB)/8, $0x4B4000004B400000
DATA roundAt<>+8(SB)/8, $0x4B4000004B400000
DATA roundAt<>+16(SB)/8, $0x4B4000004B400000
DATA roundAt<>+24(SB)/8, $0x4B4000004B400000
GLOBL roundAt<>(SB), RODATA|NOPTR, $32

// POWERS takes the constants of EXP into Y7 to Y15, as activations.go names them.
#define POWERS \
	LEAQ ·constants(SB), AX \
	VBROADCASTSS (AX), Y7 \
	VBROADCASTSS 4(AX), Y8 \
	VBROADCASTSS 8(AX), Y6 \
	VBROADCASTSS 12(AX), Y9 \
	VBROADCASTSS 16(AX), Y10 \
	VBROADCASTSS 20(AX), Y11 \
	VBROADCASTSS 24(AX), Y12 \
	VBROADCASTSS 28(AX), Y13 \
	VBROADCASTSS 32(AX), Y14

// EXP makes Y0, which is at least the least exponent and at most the largest, its power of e, by Y1 and Y2: see exp in
// activations.go.
#define EXP \
	VMULPS Y6, Y0, Y0 \
	VADDPS roundAt<>(SB), Y0, Y1 \
	VSUBPS roundAt<>(SB), Y1, Y2 \
	VSUBPS Y2, Y0, Y0 \
	VPSLLD $23, Y1, Y1 \
	VMULPS Y0, Y9, Y2 \
	VADDPS Y10, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VADDPS Y11, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VADDPS Y12, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VADDPS Y13, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VADDPS Y14, Y2, Y2 \
	VPADDD Y1, Y2, Y0

// FOLD brings the eight numbers of a register together in its first, by another register; y and x name its halves.
#define FOLD(op, y, x, by) \
	VEXTRACTF128 $1, y, by \
	op by, x, x \
	VPERMILPS $0x4E, x, by \
	op by, x, x \
	VPERMILPS $0xB1, x, by \
	op by, x, x

// func softmaxAVX2(x []float32) float32
TEXT ·softmaxAVX2(SB), NOSPLIT, $0-28
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	POWERS
	MOVQ SI, DI
	MOVQ CX, DX
	VMOVUPS (DI), Y3
largest:
	VMAXPS (DI), Y3, Y3
	VMAXPS 32(DI), Y3, Y3
	ADDQ $64, DI
	SUBQ $16, DX
	JNZ largest
	FOLD(VMAXPS, Y3, X3, X4)
	VBROADCASTSS X3, Y3
	VXORPS Y5, Y5, Y5
	VXORPS Y15, Y15, Y15
powers:
	VMOVUPS (SI), Y0
	VSUBPS Y3, Y0, Y0 // at most nothing
	VMAXPS Y7, Y0, Y0
	EXP
	VMOVUPS Y0, (SI)
	VADDPS Y0, Y5, Y5
	VMOVUPS 32(SI), Y0
	VSUBPS Y3, Y0, Y0 // at most nothing
	VMAXPS Y7, Y0, Y0
	EXP
	VMOVUPS Y0, 32(SI)
	VADDPS Y0, Y15, Y15
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ powers
	VADDPS Y15, Y5, Y5
	FOLD(VADDPS, Y5, X5, X4)
	VMOVSS X5, ret+24(FP)
	VZEROUPPER
	RET

// func geluAVX2(x []float32)
TEXT ·geluAVX2(SB), NOSPLIT, $0-24
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	POWERS
	VBROADCASTSS 36(AX), Y4
	VBROADCASTSS 40(AX), Y5
	VBROADCASTSS 48(AX), Y15
curve:
	VMOVUPS (SI), Y3
	VMULPS Y3, Y3, Y1
	VMINPS Y15, Y1, Y1
	VMULPS Y1, Y4, Y0
	VADDPS Y5, Y0, Y0
	VBROADCASTSS 44(AX), Y2
	VMULPS Y1, Y0, Y0
	VADDPS Y2, Y0, Y0
	VMULPS Y3, Y0, Y0
	VMAXPS Y7, Y0, Y0
	VMINPS Y8, Y0, Y0
	EXP
	VADDPS Y14, Y0, Y0
	VDIVPS Y0, Y3, Y3
	VMOVUPS Y3, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ curve
	VZEROUPPER
	RET

// func addLayerNormAVX2(x, residual, gain, bias []float32)
//
// The row is gone through three times: for its mean, for its variance, and to be changed.
TEXT ·addLayerNormAVX2(SB), NOSPLIT, $0-96
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	MOVQ residual_base+24(FP), DI
	MOVQ gain_base+48(FP), R8
	MOVQ bias_base+72(FP), R9
	LEAQ ·constants(SB), AX
	SHLQ $2, CX // the row's length in bytes
	VCVTSI2SSQ x_len+8(FP), X15, X15
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	XORQ DX, DX
sums:
	VMOVUPS (SI)(DX*1), Y2
	VMOVUPS 32(SI)(DX*1), Y3
	VADDPS (DI)(DX*1), Y2, Y2
	VADDPS 32(DI)(DX*1), Y3, Y3
	VMOVUPS Y2, (SI)(DX*1)
	VMOVUPS Y3, 32(SI)(DX*1)
	VADDPS Y2, Y0, Y0
	VADDPS Y3, Y1, Y1
	ADDQ $64, DX
	CMPQ DX, CX
	JLT sums
	VADDPS Y1, Y0, Y0
	FOLD(VADDPS, Y0, X0, X4)
	VDIVSS X15, X0, X0
	VBROADCASTSS X0, Y14 // the mean
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	XORQ DX, DX
squares:
	VMOVUPS (SI)(DX*1), Y2
	VMOVUPS 32(SI)(DX*1), Y3
	VSUBPS Y14, Y2, Y2
	VSUBPS Y14, Y3, Y3
	VMULPS Y2, Y2, Y2
	VMULPS Y3, Y3, Y3
	VADDPS Y2, Y0, Y0
	VADDPS Y3, Y1, Y1
	ADDQ $64, DX
	CMPQ DX, CX
	JLT squares
	VADDPS Y1, Y0, Y0
	FOLD(VADDPS, Y0, X0, X4)
	VDIVSS X15, X0, X0
	VADDSS 52(AX), X0, X0
	VSQRTSS X0, X0, X0
	VMOVSS 32(AX), X1
	VDIVSS X0, X1, X0
	VBROADCASTSS X0, Y13 // one by the deviation
	XORQ DX, DX
change:
	VMOVUPS (SI)(DX*1), Y2
	VMOVUPS 32(SI)(DX*1), Y3
	VMOVUPS (R9)(DX*1), Y4
	VMOVUPS 32(R9)(DX*1), Y5
	VSUBPS Y14, Y2, Y2
	VSUBPS Y14, Y3, Y3
	VMULPS Y13, Y2, Y2
	VMULPS Y13, Y3, Y3
	VMULPS (R8)(DX*1), Y2, Y2
	VMULPS 32(R8)(DX*1), Y3, Y3
	VADDPS Y2, Y4, Y4
	VADDPS Y3, Y5, Y5
	VMOVUPS Y4, (SI)(DX*1)
	VMOVUPS Y5, 32(SI)(DX*1)
	ADDQ $64, DX
	CMPQ DX, CX
	JLT change
	VZEROUPPER
	RET
