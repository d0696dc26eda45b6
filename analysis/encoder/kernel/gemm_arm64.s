#include "textflag.h"

// TIMES multiplies a number of a row by a row of the panel.
#define TIMES(row, by, s0, s1, s2, s3) \
	VLD1R.P 4(row), [by.S4] \
	VFMLA V0.S4, by.S4, s0.S4 \
	VFMLA V1.S4, by.S4, s1.S4 \
	VFMLA V2.S4, by.S4, s2.S4 \
	VFMLA V3.S4, by.S4, s3.S4

// func microKernelNEON(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int)
//
// Six rows by sixteen columns: the sums stay in V8 to V31, a row in four of them.
TEXT ·microKernelNEON(SB), NOSPLIT, $0-128
	MOVD k+0(FP), R0
	MOVD a_base+8(FP), R1
	MOVD lda+32(FP), R8
	MOVD panel_base+40(FP), R7
	MOVD c_base+64(FP), R9
	MOVD ldc+88(FP), R10
	MOVD addend_base+96(FP), R11
	MOVD ldd+120(FP), R12
	ADD R8<<2, R1, R2
	ADD R8<<2, R2, R3
	ADD R8<<2, R3, R4
	ADD R8<<2, R4, R5
	ADD R8<<2, R5, R6
	LSL $2, R10
	LSL $2, R12

	VLD1 (R11), [V8.S4, V9.S4, V10.S4, V11.S4]
	ADD R12, R11
	VLD1 (R11), [V12.S4, V13.S4, V14.S4, V15.S4]
	ADD R12, R11
	VLD1 (R11), [V16.S4, V17.S4, V18.S4, V19.S4]
	ADD R12, R11
	VLD1 (R11), [V20.S4, V21.S4, V22.S4, V23.S4]
	ADD R12, R11
	VLD1 (R11), [V24.S4, V25.S4, V26.S4, V27.S4]
	ADD R12, R11
	VLD1 (R11), [V28.S4, V29.S4, V30.S4, V31.S4]
next:
	VLD1.P 64(R7), [V0.S4, V1.S4, V2.S4, V3.S4]
	TIMES(R1, V4, V8, V9, V10, V11)
	TIMES(R2, V5, V12, V13, V14, V15)
	TIMES(R3, V6, V16, V17, V18, V19)
	TIMES(R4, V7, V20, V21, V22, V23)
	TIMES(R5, V4, V24, V25, V26, V27)
	TIMES(R6, V5, V28, V29, V30, V31)
	SUBS $1, R0
	BNE next

	VST1 [V8.S4, V9.S4, V10.S4, V11.S4], (R9)
	ADD R10, R9
	VST1 [V12.S4, V13.S4, V14.S4, V15.S4], (R9)
	ADD R10, R9
	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R9)
	ADD R10, R9
	VST1 [V20.S4, V21.S4, V22.S4, V23.S4], (R9)
	ADD R10, R9
	VST1 [V24.S4, V25.S4, V26.S4, V27.S4], (R9)
	ADD R10, R9
	VST1 [V28.S4, V29.S4, V30.S4, V31.S4], (R9)
	RET
