#include "textflag.h"

// TAKE loads a row of the addend into two registers, GIVE stores a row of the product; both go on to the next row.
#define TAKE(low, high) \
	VMOVUPS (BX), low \
	VMOVUPS 32(BX), high \
	ADDQ R10, BX

#define GIVE(low, high) \
	VMOVUPS low, (DX) \
	VMOVUPS high, 32(DX) \
	ADDQ R9, DX

// TIMES multiplies a number of a row by a row of the panel. A product is rounded before it is added, as everywhere.
#define TIMES(a, low, high) \
	VBROADCASTSS a, Y2 \
	VMULPS Y0, Y2, Y3 \
	VMULPS Y1, Y2, Y2 \
	VADDPS Y3, low, low \
	VADDPS Y2, high, high

// STEP multiplies a number of each of the four rows by a row of the panel.
#define STEP(a, panel) \
	VMOVUPS panel(DI), Y0 \
	VMOVUPS panel+32(DI), Y1 \
	TIMES(a(SI), Y4, Y5) \
	TIMES(a(SI)(R8*1), Y6, Y7) \
	TIMES(a(SI)(R8*2), Y8, Y9) \
	TIMES(a(R11), Y10, Y11)

// func microKernelAVX2(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int)
//
// Four rows by sixteen columns: the sums stay in Y4 to Y11, a row in two of them.
TEXT ·microKernelAVX2(SB), NOSPLIT, $0-128
	MOVQ k+0(FP), CX
	MOVQ a_base+8(FP), SI
	MOVQ lda+32(FP), R8
	MOVQ panel_base+40(FP), DI
	MOVQ c_base+64(FP), DX
	MOVQ ldc+88(FP), R9
	MOVQ addend_base+96(FP), BX
	MOVQ ldd+120(FP), R10
	SHLQ $2, R8
	SHLQ $2, R9
	SHLQ $2, R10
	LEAQ (R8)(R8*2), R11
	ADDQ SI, R11 // the fourth row

	TAKE(Y4, Y5)
	TAKE(Y6, Y7)
	TAKE(Y8, Y9)
	TAKE(Y10, Y11)

	SUBQ $4, CX
	JLT fewer
four:
	STEP(0, 0)
	STEP(4, 64)
	STEP(8, 128)
	STEP(12, 192)
	ADDQ $16, SI
	ADDQ $16, R11
	ADDQ $256, DI
	SUBQ $4, CX
	JGE four
fewer:
	ADDQ $4, CX
	JZ done
one:
	STEP(0, 0)
	ADDQ $4, SI
	ADDQ $4, R11
	ADDQ $64, DI
	DECQ CX
	JNZ one
done:
	GIVE(Y4, Y5)
	GIVE(Y6, Y7)
	GIVE(Y8, Y9)
	GIVE(Y10, Y11)
	VZEROUPPER
	RET

// TIMES512 multiplies a number of a row by a row of the panel.
#define TIMES512(a, by, sums) \
	VMULPS.BCST a, Z0, by \
	VADDPS by, sums, sums

#define TAKE512(sums) \
	VMOVUPS (BX), sums \
	ADDQ R10, BX

#define GIVE512(sums) \
	VMOVUPS sums, (DX) \
	ADDQ R9, DX

// func microKernelAVX512(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int)
//
// Eight rows by sixteen columns: the sums stay in Z8 to Z15.
TEXT ·microKernelAVX512(SB), NOSPLIT, $0-128
	MOVQ k+0(FP), CX
	MOVQ a_base+8(FP), SI
	MOVQ lda+32(FP), R8
	MOVQ panel_base+40(FP), DI
	MOVQ c_base+64(FP), DX
	MOVQ ldc+88(FP), R9
	MOVQ addend_base+96(FP), BX
	MOVQ ldd+120(FP), R10
	SHLQ $2, R8
	SHLQ $2, R9
	SHLQ $2, R10
	LEAQ (R8)(R8*2), R12
	LEAQ (SI)(R12*1), R11 // the fourth row
	LEAQ (SI)(R12*2), R12 // the seventh row
	TAKE512(Z8)
	TAKE512(Z9)
	TAKE512(Z10)
	TAKE512(Z11)
	TAKE512(Z12)
	TAKE512(Z13)
	TAKE512(Z14)
	TAKE512(Z15)
next:
	VMOVUPS (DI), Z0
	TIMES512((SI), Z1, Z8)
	TIMES512((SI)(R8*1), Z2, Z9)
	TIMES512((SI)(R8*2), Z3, Z10)
	TIMES512((R11), Z4, Z11)
	TIMES512((R11)(R8*1), Z1, Z12)
	TIMES512((R11)(R8*2), Z2, Z13)
	TIMES512((R12), Z3, Z14)
	TIMES512((R12)(R8*1), Z4, Z15)
	ADDQ $64, DI
	ADDQ $4, SI
	ADDQ $4, R11
	ADDQ $4, R12
	DECQ CX
	JNZ next
	GIVE512(Z8)
	GIVE512(Z9)
	GIVE512(Z10)
	GIVE512(Z11)
	GIVE512(Z12)
	GIVE512(Z13)
	GIVE512(Z14)
	GIVE512(Z15)
	VZEROUPPER
	RET
