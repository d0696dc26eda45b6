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

// EXP makes V0 its power of e, by V1 to V3: see exp in activations.go.
#define EXP \
	FMAX(16, 0, 0) \
	FMIN(17, 0, 0) \
	FMUL(18, 0, 0) \
	FRINTN(0, 1) \
	FSUB(1, 0, 0) \
	FCVTNS(1, 1) \
	VSHL $23, V1.S4, V1.S4 \
	VMOV V20.B16, V2.B16 \
	VFMLA V0.S4, V19.S4, V2.S4 \
	VMOV V21.B16, V3.B16 \
	VFMLA V0.S4, V2.S4, V3.S4 \
	VMOV V22.B16, V2.B16 \
	VFMLA V0.S4, V3.S4, V2.S4 \
	VMOV V23.B16, V3.B16 \
	VFMLA V0.S4, V2.S4, V3.S4 \
	VMOV V24.B16, V2.B16 \
	VFMLA V0.S4, V3.S4, V2.S4 \
	VADD V1.S4, V2.S4, V0.S4

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
powers:
	VLD1 (R0), [V0.S4]
	FSUB(5, 0, 0)
	EXP
	VST1.P [V0.S4], 16(R0)
	FADD(0, 6, 6)
	SUBS $4, R1
	BNE powers
	FADDP(6, 6, 6)
	FADDP(6, 6, 6)
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
	VMOV V26.B16, V2.B16
	VFMLA V1.S4, V25.S4, V2.S4
	VMOV V27.B16, V0.B16
	VFMLA V1.S4, V2.S4, V0.S4
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
	VEOR V0.B16, V0.B16, V0.B16
	VEOR V1.B16, V1.B16, V1.B16
	MOVD R0, R2
	MOVD R1, R3
sums:
	VLD1 (R2), [V2.S4, V3.S4]
	VLD1.P 32(R5), [V4.S4, V5.S4]
	FADD(4, 2, 2)
	FADD(5, 3, 3)
	VST1.P [V2.S4, V3.S4], 32(R2)
	FADD(2, 0, 0)
	FADD(3, 1, 1)
	SUBS $8, R3
	BNE sums
	FADD(1, 0, 0)
	FADDP(0, 0, 0)
	FADDP(0, 0, 0)
	FDIVS F15, F0, F0
	VDUP V0.S[0], V14.S4 // the mean
	VEOR V0.B16, V0.B16, V0.B16
	VEOR V1.B16, V1.B16, V1.B16
	MOVD R0, R2
	MOVD R1, R3
squares:
	VLD1.P 32(R2), [V2.S4, V3.S4]
	FSUB(14, 2, 2)
	FSUB(14, 3, 3)
	VFMLA V2.S4, V2.S4, V0.S4
	VFMLA V3.S4, V3.S4, V1.S4
	SUBS $8, R3
	BNE squares
	FADD(1, 0, 0)
	FADDP(0, 0, 0)
	FADDP(0, 0, 0)
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
	VFMLA V2.S4, V4.S4, V6.S4
	VFMLA V3.S4, V5.S4, V7.S4
	VST1.P [V6.S4, V7.S4], 32(R0)
	SUBS $8, R1
	BNE change
	RET
