#include "textflag.h"

#define FADD(m, n, d) WORD $(0x4E20D400 | m<<16 | n<<5 | d)
#define FMUL(m, n, d) WORD $(0x6E20DC00 | m<<16 | n<<5 | d)

// TIMES multiplies a number of a row by a row of the panel. A product is rounded before it is added, as everywhere.
#define TIMES(row, s0, s1, s2, s3) \
	VLD1R.P 4(row), [V4.S4] \
	FMUL(0, 4, 5) \
	FMUL(1, 4, 6) \
	FMUL(2, 4, 7) \
	FMUL(3, 4, 8) \
	FADD(5, s0, s0) \
	FADD(6, s1, s1) \
	FADD(7, s2, s2) \
	FADD(8, s3, s3)

// func microKernelNEON(k int, a []float32, lda int, panel, c []float32, ldc int, addend []float32, ldd int)
//
// Four rows by sixteen columns: the sums stay in V16 to V31, a row in four of them.
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
	LSL $2, R10
	LSL $2, R12

	VLD1 (R11), [V16.S4, V17.S4, V18.S4, V19.S4]
	ADD R12, R11
	VLD1 (R11), [V20.S4, V21.S4, V22.S4, V23.S4]
	ADD R12, R11
	VLD1 (R11), [V24.S4, V25.S4, V26.S4, V27.S4]
	ADD R12, R11
	VLD1 (R11), [V28.S4, V29.S4, V30.S4, V31.S4]
next:
	VLD1.P 64(R7), [V0.S4, V1.S4, V2.S4, V3.S4]
	TIMES(R1, 16, 17, 18, 19)
	TIMES(R2, 20, 21, 22, 23)
	TIMES(R3, 24, 25, 26, 27)
	TIMES(R4, 28, 29, 30, 31)
	SUBS $1, R0
	BNE next

	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R9)
	ADD R10, R9
	VST1 [V20.S4, V21.S4, V22.S4, V23.S4], (R9)
	ADD R10, R9
	VST1 [V24.S4, V25.S4, V26.S4, V27.S4], (R9)
	ADD R10, R9
	VST1 [V28.S4, V29.S4, V30.S4, V31.S4], (R9)
	RET
