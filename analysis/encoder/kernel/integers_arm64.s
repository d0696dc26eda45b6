#include "textflag.h"

// SDOT adds to each of the four sums of d the products of four signed bytes of n with those of a lane of m.
#define SDOT(m, lane, n, d) WORD $(0x4F80E000 | (lane&1)<<21 | (lane>>1)<<11 | m<<16 | n<<5 | d)
// SMLAL adds to the four sums of d the products of the lower four numbers of 16 bits of n with that of a lane of m,
// which is one of V0 to V15; SMLAL2 does so with the upper four.
#define SMLAL(m, lane, n, d) WORD $(0x0F402000 | (lane&1)<<20 | (lane>>1&1)<<21 | (lane>>2)<<11 | m<<16 | n<<5 | d)
#define SMLAL2(m, lane, n, d) WORD $(0x4F402000 | (lane&1)<<20 | (lane>>1&1)<<21 | (lane>>2)<<11 | m<<16 | n<<5 | d)
#define SCVTF(n, d) WORD $(0x4E21D800 | n<<5 | d) // numbers with a point
#define FADD(m, n, d) WORD $(0x4E20D400 | m<<16 | n<<5 | d)
#define FMUL(m, n, d) WORD $(0x6E20DC00 | m<<16 | n<<5 | d)
#define FCVTNS(n, d) WORD $(0x4E21A800 | n<<5 | d) // the nearest integers
#define SQXTN(n, d) WORD $(0x0E614800 | n<<5 | d) // to 16 bits, into the lower half
#define SQXTN2(n, d) WORD $(0x4E614800 | n<<5 | d) // to 16 bits, into the upper half
#define SQXTNB(n, d) WORD $(0x0E214800 | n<<5 | d) // to 8 bits, into the lower half
#define SQXTNB2(n, d) WORD $(0x4E214800 | n<<5 | d) // to 8 bits, into the upper half

// OPERANDS takes a tile's fields: its four rows into R1 to R4, the panel into R5, where the sums begin into V16 to V31,
// a row of sums in four of them.
#define OPERANDS \
	MOVD t+0(FP), R9 \
	MOVD 0(R9), R0 \
	MOVD 8(R9), R8 \
	MOVD 24(R9), R1 \
	ADD R8, R1, R2 \
	ADD R8, R2, R3 \
	ADD R8, R3, R4 \
	MOVD 40(R9), R5 \
	MOVD 56(R9), R6 \
	VLD1.P 64(R6), [V16.S4, V17.S4, V18.S4, V19.S4] \
	VMOV V16.B16, V20.B16 \
	VMOV V17.B16, V21.B16 \
	VMOV V18.B16, V22.B16 \
	VMOV V19.B16, V23.B16 \
	VMOV V16.B16, V24.B16 \
	VMOV V17.B16, V25.B16 \
	VMOV V18.B16, V26.B16 \
	VMOV V19.B16, V27.B16 \
	VMOV V16.B16, V28.B16 \
	VMOV V17.B16, V29.B16 \
	VMOV V18.B16, V30.B16 \
	VMOV V19.B16, V31.B16

// GIVE makes numbers of a row of sums, multiplies them by the scales of the row and of the columns in V0 to V3, adds
// the bias in V4 to V7, and stores them; then it goes on to the next row.
#define GIVE(s0, s1, s2, s3) \
	VLD1R.P 4(R7), [V8.S4] \
	SCVTF(s0, s0) \
	SCVTF(s1, s1) \
	SCVTF(s2, s2) \
	SCVTF(s3, s3) \
	FMUL(8, 0, 9) \
	FMUL(8, 1, 10) \
	FMUL(8, 2, 11) \
	FMUL(8, 3, 12) \
	FMUL(9, s0, s0) \
	FMUL(10, s1, s1) \
	FMUL(11, s2, s2) \
	FMUL(12, s3, s3) \
	FADD(4, s0, s0) \
	FADD(5, s1, s1) \
	FADD(6, s2, s2) \
	FADD(7, s3, s3)

#define RESULTS \
	VLD1.P 64(R6), [V0.S4, V1.S4, V2.S4, V3.S4] \
	VLD1 (R6), [V4.S4, V5.S4, V6.S4, V7.S4] \
	MOVD 32(R9), R7 \
	MOVD 16(R9), R8 \
	MOVD 72(R9), R10 \
	GIVE(16, 17, 18, 19) \
	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R10) \
	ADD R8, R10 \
	GIVE(20, 21, 22, 23) \
	VST1 [V20.S4, V21.S4, V22.S4, V23.S4], (R10) \
	ADD R8, R10 \
	GIVE(24, 25, 26, 27) \
	VST1 [V24.S4, V25.S4, V26.S4, V27.S4], (R10) \
	ADD R8, R10 \
	GIVE(28, 29, 30, 31) \
	VST1 [V28.S4, V29.S4, V30.S4, V31.S4], (R10)

// BYTES multiplies a lane of each of the four rows, in V4 to V7, by those of sixteen columns.
#define BYTES(lane) \
	VLD1.P 64(R5), [V0.B16, V1.B16, V2.B16, V3.B16] \
	SDOT(4, lane, 0, 16) \
	SDOT(4, lane, 1, 17) \
	SDOT(4, lane, 2, 18) \
	SDOT(4, lane, 3, 19) \
	SDOT(5, lane, 0, 20) \
	SDOT(5, lane, 1, 21) \
	SDOT(5, lane, 2, 22) \
	SDOT(5, lane, 3, 23) \
	SDOT(6, lane, 0, 24) \
	SDOT(6, lane, 1, 25) \
	SDOT(6, lane, 2, 26) \
	SDOT(6, lane, 3, 27) \
	SDOT(7, lane, 0, 28) \
	SDOT(7, lane, 1, 29) \
	SDOT(7, lane, 2, 30) \
	SDOT(7, lane, 3, 31)

// func int8MicroKernelSDOT(t *tile)
//
// Four rows by sixteen columns, four lanes at a time.
TEXT ·int8MicroKernelSDOT(SB), NOSPLIT, $0-8
	OPERANDS
next:
	VLD1.P 16(R1), [V4.B16]
	VLD1.P 16(R2), [V5.B16]
	VLD1.P 16(R3), [V6.B16]
	VLD1.P 16(R4), [V7.B16]
	BYTES(0)
	BYTES(1)
	BYTES(2)
	BYTES(3)
	SUBS $4, R0
	BNE next
	RESULTS
	RET

// SHORTS multiplies a lane of each of the four rows, two numbers, by those of sixteen columns: of the first eight
// columns the first of the two come into V0, the second ones into V1, of the others into V2 and V3.
#define SHORTS(first, second) \
	VLD2.P 32(R5), [V0.H8, V1.H8] \
	VLD2.P 32(R5), [V2.H8, V3.H8] \
	SHORTROW(4, first, second, 16, 17, 18, 19) \
	SHORTROW(5, first, second, 20, 21, 22, 23) \
	SHORTROW(6, first, second, 24, 25, 26, 27) \
	SHORTROW(7, first, second, 28, 29, 30, 31)

#define SHORTROW(row, first, second, s0, s1, s2, s3) \
	SMLAL(row, first, 0, s0) \
	SMLAL2(row, first, 0, s1) \
	SMLAL(row, first, 2, s2) \
	SMLAL2(row, first, 2, s3) \
	SMLAL(row, second, 1, s0) \
	SMLAL2(row, second, 1, s1) \
	SMLAL(row, second, 3, s2) \
	SMLAL2(row, second, 3, s3)

// func int16MicroKernelNEON(t *tile)
//
// Four rows by sixteen columns, four lanes at a time.
TEXT ·int16MicroKernelNEON(SB), NOSPLIT, $0-8
	OPERANDS
next:
	VLD1.P 16(R1), [V4.B16]
	VLD1.P 16(R2), [V5.B16]
	VLD1.P 16(R3), [V6.B16]
	VLD1.P 16(R4), [V7.B16]
	SHORTS(0, 1)
	SHORTS(2, 3)
	SHORTS(4, 5)
	SHORTS(6, 7)
	SUBS $4, R0
	BNE next
	RESULTS
	RET

// func largestNEON(x []float32) float32
TEXT ·largestNEON(SB), NOSPLIT, $0-28
	MOVD x_base+0(FP), R0
	MOVD x_len+8(FP), R1
	VEOR V0.B16, V0.B16, V0.B16
	VEOR V1.B16, V1.B16, V1.B16
next:
	VLD1.P 32(R0), [V2.S4, V3.S4]
	VSHL $1, V2.S4, V2.S4 // away with the sign
	VSHL $1, V3.S4, V3.S4
	VUMAX V2.S4, V0.S4, V0.S4
	VUMAX V3.S4, V1.S4, V1.S4
	SUBS $8, R1
	BNE next
	VUMAX V1.S4, V0.S4, V0.S4
	WORD $0x6EB0A800 // UMAXV V0.S4, S0
	VUSHR $1, V0.S4, V0.S4
	FMOVS F0, ret+24(FP)
	RET

// ROUNDED makes eight numbers of a row integers of 16 bits, in d.
#define ROUNDED(d) \
	VLD1.P 32(R0), [V0.S4, V1.S4] \
	FMUL(15, 0, 0) \
	FMUL(15, 1, 1) \
	FCVTNS(0, 0) \
	FCVTNS(1, 1) \
	SQXTN(0, d) \
	SQXTN2(1, d)

// func quantizeInt8NEON(x []float32, by float32, to []uint32)
TEXT ·quantizeInt8NEON(SB), NOSPLIT, $0-56
	MOVD x_base+0(FP), R0
	MOVD x_len+8(FP), R1
	FMOVS by+24(FP), F15
	VDUP V15.S[0], V15.S4
	MOVD to_base+32(FP), R2
next:
	ROUNDED(2)
	ROUNDED(3)
	SQXTNB(2, 4)
	SQXTNB2(3, 4)
	VST1.P [V4.B16], 16(R2)
	SUBS $16, R1
	BNE next
	RET

// func quantizeInt16NEON(x []float32, by float32, to []uint32)
TEXT ·quantizeInt16NEON(SB), NOSPLIT, $0-56
	MOVD x_base+0(FP), R0
	MOVD x_len+8(FP), R1
	FMOVS by+24(FP), F15
	VDUP V15.S[0], V15.S4
	MOVD to_base+32(FP), R2
next:
	ROUNDED(2)
	VST1.P [V2.B16], 16(R2)
	SUBS $8, R1
	BNE next
	RET
