#include "textflag.h"

// Instructions that Go's assembler has no names for, on four numbers at once: d becomes n and m together.
#define FADD(m, n, d) WORD $(0x4E20D400 | m<<16 | n<<5 | d)
#define FSUB(m, n, d) WORD $(0x4EA0D400 | m<<16 | n<<5 | d) // n less m
#define FMUL(m, n, d) WORD $(0x6E20DC00 | m<<16 | n<<5 | d)
#define FDIV(m, n, d) WORD $(0x6E20FC00 | m<<16 | n<<5 | d) // n by m
#define FMAX(m, n, d) WORD $(0x4E20F400 | m<<16 | n<<5 | d)
#define FMIN(m, n, d) WORD $(0x4EA0F400 | m<<16 | n<<5 | d)
#define FADDP(m, n, d) WORD $(0x6E20D400 | m<<16 | n<<5 | d) // sums of neighbours
#define FMAXV(n, d) WORD $(0x6E30F800 | n<<5 | d) // the largest of the four
#define FRINTN(n, d) WORD $(0x4E218800 | n<<5 | d) // whole numbers, as numbers with a point
#define FCVTNS(n, d) WORD $(0x4E21A800 | n<<5 | d) // whole numbers, as integers

// POWERS takes the constants of EXP into V16 to V24.
#define POWERS \
	MOVD $·constants(SB), R4 \
	VLD1R.P 4(R4), [V16.S4] \
	VLD1R.P 4(R4), [V17.S4] \
	VLD1R.P 4(R4), [V18.S4] \
	VLD1R.P 4(R4), [V19.S4] \
	VLD1R.P 4(R4), [V20.S4] \
	VLD1R.P 4(R4), [V21.S4] \
	VLD1R.P 4(R4), [V22.S4] \
	VLD1R.P 4(R4), [V23.S4] \
	VLD1R.P 4(R4), [V24.S4]

// EXP makes V0 its power of e, by V1 and V2: see exp in activations.go.
#define EXP \
	FMAX(16, 0, 0) \
	FMIN(17, 0, 0) \
	FMUL(18, 0, 0) \
	FRINTN(0, 1) \
	FSUB(1, 0, 0) \
	FCVTNS(1, 1) \
	VSHL $23, V1.S4, V1.S4 \
	FMUL(0, 19, 2) \
	FADD(20, 2, 2) \
	FMUL(0, 2, 2) \
	FADD(21, 2, 2) \
	FMUL(0, 2, 2) \
	FADD(22, 2, 2) \
	FMUL(0, 2, 2) \
	FADD(23, 2, 2) \
	FMUL(0, 2, 2) \
	FADD(24, 2, 2) \
	VADD V1.S4, V2.S4, V0.S4

// SUMS adds up sixteen sums in four registers, halves to each other as sumOf in activations.go, by V12; v names the
// first.
#define SUMS(s0, v, s1, s2, s3) \
	FADD(s2, s0, s0) \
	FADD(s3, s1, s1) \
	FADD(s1, s0, s0) \
	VEXT $8, v.B16, v.B16, V12.B16 \
	FADD(12, s0, s0) \
	FADDP(s0, s0, s0)

// NOTHING makes the sums in V0 to V3 nothing, SQUARE adds to one the squares of numbers less the mean in V14.
#define NOTHING \
	VEOR V0.B16, V0.B16, V0.B16 \
	VEOR V1.B16, V1.B16, V1.B16 \
	VEOR V2.B16, V2.B16, V2.B16 \
	VEOR V3.B16, V3.B16, V3.B16

#define SQUARE(x, sum) \
	FSUB(14, x, x) \
	FMUL(x, x, x) \
	FADD(x, sum, sum)

// func softmaxNEON(x []float32) float32
TEXT ·softmaxNEON(SB), NOSPLIT, $0-28
	MOVD x_base+0(FP), R0
	MOVD x_len+8(FP), R1
	POWERS
	MOVD R0, R2
	MOVD R1, R3
	VLD1 (R2), [V5.S4]
largest:
	VLD1.P 16(R2), [V4.S4]
	FMAX(4, 5, 5)
	SUBS $4, R3
	BNE largest
	FMAXV(5, 5)
	VDUP V5.S[0], V5.S4
	VEOR V6.B16, V6.B16, V6.B16
	VEOR V7.B16, V7.B16, V7.B16
	VEOR V8.B16, V8.B16, V8.B16
	VEOR V9.B16, V9.B16, V9.B16
powers:
	VLD1 (R0), [V0.S4]
	FSUB(5, 0, 0)
	EXP
	VST1.P [V0.S4], 16(R0)
	FADD(0, 6, 6)
	VLD1 (R0), [V0.S4]
	FSUB(5, 0, 0)
	EXP
	VST1.P [V0.S4], 16(R0)
	FADD(0, 7, 7)
	VLD1 (R0), [V0.S4]
	FSUB(5, 0, 0)
	EXP
	VST1.P [V0.S4], 16(R0)
	FADD(0, 8, 8)
	VLD1 (R0), [V0.S4]
	FSUB(5, 0, 0)
	EXP
	VST1.P [V0.S4], 16(R0)
	FADD(0, 9, 9)
	SUBS $16, R1
	BNE powers
	SUMS(6, V6, 7, 8, 9)
	FMOVS F6, ret+24(FP)
	RET

// func geluNEON(x []float32)
TEXT ·geluNEON(SB), NOSPLIT, $0-24
	MOVD x_base+0(FP), R0
	MOVD x_len+8(FP), R1
	POWERS
	VLD1R.P 4(R4), [V25.S4]
	VLD1R.P 4(R4), [V26.S4]
	VLD1R.P 4(R4), [V27.S4]
	VLD1R.P 4(R4), [V28.S4]
curve:
	VLD1 (R0), [V4.S4]
	FMUL(4, 4, 1)
	FMIN(28, 1, 1)
	FMUL(1, 25, 0)
	FADD(26, 0, 0)
	FMUL(1, 0, 0)
	FADD(27, 0, 0)
	FMUL(4, 0, 0)
	EXP
	FADD(24, 0, 0)
	FDIV(0, 4, 4)
	VST1.P [V4.S4], 16(R0)
	SUBS $4, R1
	BNE curve
	RET

// func addLayerNormNEON(x, residual, gain, bias []float32)
//
// The row is gone through three times: for its mean, for its variance, and to be changed.
TEXT ·addLayerNormNEON(SB), NOSPLIT, $0-96
	MOVD x_base+0(FP), R0
	MOVD x_len+8(FP), R1
	MOVD residual_base+24(FP), R5
	MOVD gain_base+48(FP), R6
	MOVD bias_base+72(FP), R7
	MOVD $·constants(SB), R4
	SCVTFS R1, F15
	NOTHING
	MOVD R0, R2
	MOVD R1, R3
sums:
	VLD1 (R2), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R5), [V8.S4, V9.S4, V10.S4, V11.S4]
	FADD(8, 4, 4)
	FADD(9, 5, 5)
	FADD(10, 6, 6)
	FADD(11, 7, 7)
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(R2)
	FADD(4, 0, 0)
	FADD(5, 1, 1)
	FADD(6, 2, 2)
	FADD(7, 3, 3)
	SUBS $16, R3
	BNE sums
	SUMS(0, V0, 1, 2, 3)
	FDIVS F15, F0, F0
	VDUP V0.S[0], V14.S4 // the mean
	NOTHING
	MOVD R0, R2
	MOVD R1, R3
squares:
	VLD1.P 64(R2), [V4.S4, V5.S4, V6.S4, V7.S4]
	SQUARE(4, 0)
	SQUARE(5, 1)
	SQUARE(6, 2)
	SQUARE(7, 3)
	SUBS $16, R3
	BNE squares
	SUMS(0, V0, 1, 2, 3)
	FDIVS F15, F0, F0
	FMOVS 52(R4), F1
	FADDS F1, F0, F0
	FSQRTS F0, F0
	FMOVS 32(R4), F1
	FDIVS F0, F1, F0
	VDUP V0.S[0], V13.S4 // one by the deviation
change:
	VLD1 (R0), [V2.S4, V3.S4]
	VLD1.P 32(R6), [V4.S4, V5.S4]
	VLD1.P 32(R7), [V6.S4, V7.S4]
	FSUB(14, 2, 2)
	FSUB(14, 3, 3)
	FMUL(13, 2, 2)
	FMUL(13, 3, 3)
	FMUL(4, 2, 2)
	FMUL(5, 3, 3)
	FADD(2, 6, 6)
	FADD(3, 7, 7)
	VST1.P [V6.S4, V7.S4], 32(R0)
	SUBS $8, R1
	BNE change
	RET
