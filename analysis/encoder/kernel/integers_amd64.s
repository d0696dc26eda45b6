#include "textflag.h"

// Where the fields of a tile and of a columnBlock stand.
#define GROUPS 0
#define LDA 8
#define LDC 16
#define A 24
#define SCALES 32
#define PANEL0 40
#define PANEL1 48
#define COLUMNS0 56
#define COLUMNS1 64
#define C0 72
#define C1 80
#define AHEAD 88
#define SCALE 64
#define BIAS 128

DATA ones<>+0(SB)/8, $0x0001000100010001
DATA ones<>+8(SB)/8, $0x0001000100010001
DATA ones<>+16(SB)/8, $0x0001000100010001
DATA ones<>+24(SB)/8, $0x0001000100010001
GLOBL ones<>(SB), RODATA|NOPTR, $32

DATA unsigned<>+0(SB)/8, $0x8080808080808080
DATA unsigned<>+8(SB)/8, $0x8080808080808080
GLOBL unsigned<>(SB), RODATA|NOPTR, $16

// OPERANDS takes a tile's fields: groups into CX, the rows into SI and their distance into R8, the fourth row into R11,
// the panel into DI.
#define OPERANDS \
	MOVQ t+0(FP), AX \
	MOVQ GROUPS(AX), CX \
	MOVQ LDA(AX), R8 \
	MOVQ A(AX), SI \
	MOVQ PANEL0(AX), DI \
	LEAQ (R8)(R8*2), R11 \
	ADDQ SI, R11

// RESULTS takes the fields that tell what becomes of the sums.
#define RESULTS \
	MOVQ LDC(AX), R9 \
	MOVQ SCALES(AX), BX \
	MOVQ COLUMNS0(AX), R10 \
	MOVQ C0(AX), DX

// GIVE makes numbers of a row of sums, multiplies them by the scales of the row and of the columns, adds the bias, and
// stores them; then it goes on to the next row.
#define GIVE(low, high) \
	VBROADCASTSS (BX), Y0 \
	VMULPS SCALE(R10), Y0, Y1 \
	VMULPS (SCALE+32)(R10), Y0, Y2 \
	VCVTDQ2PS low, low \
	VCVTDQ2PS high, high \
	VMULPS Y1, low, low \
	VMULPS Y2, high, high \
	VADDPS BIAS(R10), low, low \
	VADDPS (BIAS+32)(R10), high, high \
	VMOVUPS low, (DX) \
	VMOVUPS high, 32(DX) \
	ADDQ $4, BX \
	ADDQ R9, DX

// START4 begins the sums of four rows, a row in two of Y4 to Y11; START6 those of six, in Y4 to Y15.
#define START4 \
	MOVQ COLUMNS0(AX), R10 \
	VMOVDQU (R10), Y4 \
	VMOVDQU 32(R10), Y5 \
	VMOVDQA Y4, Y6 \
	VMOVDQA Y5, Y7 \
	VMOVDQA Y4, Y8 \
	VMOVDQA Y5, Y9 \
	VMOVDQA Y4, Y10 \
	VMOVDQA Y5, Y11

#define START6 \
	START4 \
	VMOVDQA Y4, Y12 \
	VMOVDQA Y5, Y13 \
	VMOVDQA Y4, Y14 \
	VMOVDQA Y5, Y15

// GIVE4 and GIVE6 give as many rows.
#define GIVE4 \
	RESULTS \
	GIVE(Y4, Y5) \
	GIVE(Y6, Y7) \
	GIVE(Y8, Y9) \
	GIVE(Y10, Y11)

#define GIVE6 \
	GIVE4 \
	GIVE(Y12, Y13) \
	GIVE(Y14, Y15)

// FETCH takes where to fetch ahead into R14: the panels that come next, a line of the cache for each four rows of lanes
// of a panel, so that they are there when it is their turn. See integerKernels.gemm.
#define FETCH \
	MOVQ AHEAD(AX), R14 \
	ADDQ DI, R14

// FETCHED fetches a line, and goes on to the next one.
#define FETCHED \
	PREFETCHT0 (R14) \
	ADDQ $64, R14

// BYTES2 multiplies a lane of bytes of a row by those of sixteen columns in Y0 and Y1, by AVX2 alone; SHORTS2 does so
// with numbers of 16 bits.
#define BYTES2(a, low, high) \
	VPBROADCASTD a, Y2 \
	VPMADDUBSW Y0, Y2, Y3 \
	VPMADDUBSW Y1, Y2, Y2 \
	VPMADDWD Y15, Y3, Y3 \
	VPMADDWD Y15, Y2, Y2 \
	VPADDD Y3, low, low \
	VPADDD Y2, high, high

#define SHORTS2(a, low, high) \
	VPBROADCASTD a, Y2 \
	VPMADDWD Y0, Y2, Y3 \
	VPMADDWD Y1, Y2, Y2 \
	VPADDD Y3, low, low \
	VPADDD Y2, high, high

// CENTRED2 multiplies the first group of a chunk of a row, and begins its sums of 16 bits with the centres; ADDED2 does
// so with further groups, by weights at some place in the panel that are in Y0 and Y1.
#define CENTRED2(a, low, high) \
	VPBROADCASTD a, Y2 \
	VPMADDUBSW Y0, Y2, Y3 \
	VPMADDUBSW Y1, Y2, Y2 \
	VPADDW (DI), Y3, low \
	VPADDW 32(DI), Y2, high

#define ADDED2(a, low, high) \
	VPBROADCASTD a, Y2 \
	VPMADDUBSW Y0, Y2, Y3 \
	VPMADDUBSW Y1, Y2, Y2 \
	VPADDW Y3, low, low \
	VPADDW Y2, high, high

#define WEIGHTS2(at) \
	VMOVDQU at(DI), Y0 \
	VMOVDQU (at+32)(DI), Y1

// WIDEN2 adds sums of 16 bits to those of 32.
#define WIDEN2(from, to) \
	VPMADDWD ones<>(SB), from, from \
	VPADDD from, to, to

// TWOROWS2 multiplies a chunk of two rows, with the sums of 16 bits in Y12 to Y15.
#define TWOROWS2(a, b, alow, ahigh, blow, bhigh) \
	WEIGHTS2(64) \
	CENTRED2((a), Y12, Y13) \
	CENTRED2((b), Y14, Y15) \
	WEIGHTS2(128) \
	ADDED2(4(a), Y12, Y13) \
	ADDED2(4(b), Y14, Y15) \
	WEIGHTS2(192) \
	ADDED2(8(a), Y12, Y13) \
	ADDED2(8(b), Y14, Y15) \
	WEIGHTS2(256) \
	ADDED2(12(a), Y12, Y13) \
	ADDED2(12(b), Y14, Y15) \
	WIDEN2(Y12, alow) \
	WIDEN2(Y13, ahigh) \
	WIDEN2(Y14, blow) \
	WIDEN2(Y15, bhigh)

// GROUP2 multiplies a group of the four rows, and widens its sums at once.
#define GROUP2(at, weights) \
	WEIGHTS2(weights) \
	BYTES2(at(SI), Y4, Y5) \
	BYTES2(at(R12), Y6, Y7) \
	BYTES2(at(R13), Y8, Y9) \
	BYTES2(at(R11), Y10, Y11)

// func int8MicroKernelAVX2(t *tile)
//
// Four rows by sixteen columns: the sums stay in Y4 to Y11, a row in two of them. See centre.go.
TEXT ·int8MicroKernelAVX2(SB), NOSPLIT, $0-8
	OPERANDS
	LEAQ (SI)(R8*1), R12
	LEAQ (SI)(R8*2), R13
	SHRQ $2, CX // chunks
	FETCH
	START4
chunk:
	FETCHED
	TESTB $1, (DI)
	JNZ wide
	TWOROWS2(SI, R12, Y4, Y5, Y6, Y7)
	TWOROWS2(R13, R11, Y8, Y9, Y10, Y11)
next:
	ADDQ $320, DI
	ADDQ $16, SI
	ADDQ $16, R11
	ADDQ $16, R12
	ADDQ $16, R13
	DECQ CX
	JNZ chunk
	GIVE4
	VZEROUPPER
	RET
wide:
	VMOVDQU ones<>(SB), Y15
	GROUP2(0, 64)
	GROUP2(4, 128)
	GROUP2(8, 192)
	GROUP2(12, 256)
	JMP next

// LANE2 multiplies a lane of numbers of 16 bits of the four rows.
#define LANE2(at, weights) \
	WEIGHTS2(weights) \
	SHORTS2(at(SI), Y4, Y5) \
	SHORTS2(at(SI)(R8*1), Y6, Y7) \
	SHORTS2(at(SI)(R8*2), Y8, Y9) \
	SHORTS2(at(R11), Y10, Y11)

// func int16MicroKernelAVX2(t *tile)
TEXT ·int16MicroKernelAVX2(SB), NOSPLIT, $0-8
	OPERANDS
	START4
next:
	LANE2(0, 0)
	LANE2(4, 64)
	LANE2(8, 128)
	LANE2(12, 192)
	ADDQ $256, DI
	ADDQ $16, SI
	ADDQ $16, R11
	SUBQ $4, CX
	JNZ next
	GIVE4
	VZEROUPPER
	RET

// DOT adds to each sum of d the products of a lane of v with that of m, by two instructions of AVX-VNNI in an encoding
// of which Go's assembler knows only AVX-512's: VPDPBUSD, of four unsigned bytes of v with four signed ones of m, and
// VPDPWSSD, of two numbers of 16 bits. Ym, Yv and Yd are meant.
#define DPBUSD $0x50
#define DPWSSD $0x52
#define DOT(op, m, v, d) \
	BYTE $0xC4 \
	BYTE $(0x42 | (1-(d>>3))<<7 | (1-(m>>3))<<5) \
	BYTE $(0x05 | (15-v)<<3) \
	BYTE op \
	BYTE $(0xC0 | (d&7)<<3 | (m&7))

// LANES6 multiplies a lane of six rows by those of sixteen columns, and goes on to the next one.
#define LANES6(op) \
	VMOVDQU (DI), Y0 \
	VMOVDQU 32(DI), Y1 \
	VPBROADCASTD (SI), Y2 \
	VPBROADCASTD (SI)(R8*1), Y3 \
	DOT(op, 0, 2, 4) \
	DOT(op, 1, 2, 5) \
	DOT(op, 0, 3, 6) \
	DOT(op, 1, 3, 7) \
	VPBROADCASTD (SI)(R8*2), Y2 \
	VPBROADCASTD (R11), Y3 \
	DOT(op, 0, 2, 8) \
	DOT(op, 1, 2, 9) \
	DOT(op, 0, 3, 10) \
	DOT(op, 1, 3, 11) \
	VPBROADCASTD (R11)(R8*1), Y2 \
	VPBROADCASTD (R11)(R8*2), Y3 \
	DOT(op, 0, 2, 12) \
	DOT(op, 1, 2, 13) \
	DOT(op, 0, 3, 14) \
	DOT(op, 1, 3, 15) \
	ADDQ $64, DI \
	ADDQ $4, SI \
	ADDQ $4, R11

// func int8MicroKernelAVXVNNI(t *tile)
//
// Six rows by sixteen columns. There are as many lanes as fill whole chunks.
TEXT ·int8MicroKernelAVXVNNI(SB), NOSPLIT, $0-8
	OPERANDS
	FETCH
	START6
next:
	FETCHED
	LANES6(DPBUSD)
	LANES6(DPBUSD)
	LANES6(DPBUSD)
	LANES6(DPBUSD)
	SUBQ $4, CX
	JNZ next
	GIVE6
	VZEROUPPER
	RET

// func int16MicroKernelAVXVNNI(t *tile)
TEXT ·int16MicroKernelAVXVNNI(SB), NOSPLIT, $0-8
	OPERANDS
	START6
next:
	LANES6(DPWSSD)
	LANES6(DPWSSD)
	SUBQ $2, CX
	JNZ next
	GIVE6
	VZEROUPPER
	RET

// ROW512 multiplies a lane of a row by those of thirty-two columns in Z0 and Z1.
#define ROW512(op, a, by, low, high) \
	VPBROADCASTD a, by \
	op Z0, by, low \
	op Z1, by, high

// GIVE512 does with sixteen columns of a row what GIVE does, and goes on to the next one.
#define GIVE512(sums) \
	VCVTDQ2PS sums, sums \
	VBROADCASTSS (BX), Z2 \
	VMULPS Z0, Z2, Z2 \
	VMULPS Z2, sums, sums \
	VADDPS Z1, sums, sums \
	VMOVUPS sums, (DX) \
	ADDQ $4, BX \
	ADDQ R9, DX

// OPERANDS512 takes a tile's fields for eight rows and two panels, and begins the sums in Z8 to Z23, a row's in one of
// the first eight and one of the others.
#define OPERANDS512 \
	OPERANDS \
	MOVQ PANEL1(AX), R13 \
	LEAQ (R11)(R8*2), R12 \
	ADDQ R8, R12 \
	MOVQ COLUMNS0(AX), R10 \
	VMOVDQU32 (R10), Z8 \
	VMOVDQA32 Z8, Z9 \
	VMOVDQA32 Z8, Z10 \
	VMOVDQA32 Z8, Z11 \
	VMOVDQA32 Z8, Z12 \
	VMOVDQA32 Z8, Z13 \
	VMOVDQA32 Z8, Z14 \
	VMOVDQA32 Z8, Z15 \
	MOVQ COLUMNS1(AX), R10 \
	VMOVDQU32 (R10), Z16 \
	VMOVDQA32 Z16, Z17 \
	VMOVDQA32 Z16, Z18 \
	VMOVDQA32 Z16, Z19 \
	VMOVDQA32 Z16, Z20 \
	VMOVDQA32 Z16, Z21 \
	VMOVDQA32 Z16, Z22 \
	VMOVDQA32 Z16, Z23

// LANES512 multiplies a lane of eight rows, at some place, by those of thirty-two columns.
#define LANES512(op, at, weights) \
	VMOVDQU32 weights(DI), Z0 \
	VMOVDQU32 weights(R13), Z1 \
	ROW512(op, at(SI), Z2, Z8, Z16) \
	ROW512(op, at(SI)(R8*1), Z3, Z9, Z17) \
	ROW512(op, at(SI)(R8*2), Z4, Z10, Z18) \
	ROW512(op, at(R11), Z5, Z11, Z19) \
	ROW512(op, at(R11)(R8*1), Z2, Z12, Z20) \
	ROW512(op, at(R11)(R8*2), Z3, Z13, Z21) \
	ROW512(op, at(R12), Z4, Z14, Z22) \
	ROW512(op, at(R12)(R8*1), Z5, Z15, Z23)

// NEXT512 goes on by so many lanes.
#define NEXT512(lanes) \
	ADDQ $(64*lanes), DI \
	ADDQ $(64*lanes), R13 \
	ADDQ $(4*lanes), SI \
	ADDQ $(4*lanes), R11 \
	ADDQ $(4*lanes), R12 \
	SUBQ $lanes, CX

// RESULTS512 gives all sums.
#define RESULTS512 \
	RESULTS \
	VMOVUPS SCALE(R10), Z0 \
	VMOVUPS BIAS(R10), Z1 \
	GIVE512(Z8) \
	GIVE512(Z9) \
	GIVE512(Z10) \
	GIVE512(Z11) \
	GIVE512(Z12) \
	GIVE512(Z13) \
	GIVE512(Z14) \
	GIVE512(Z15) \
	MOVQ SCALES(AX), BX \
	MOVQ COLUMNS1(AX), R10 \
	MOVQ C1(AX), DX \
	VMOVUPS SCALE(R10), Z0 \
	VMOVUPS BIAS(R10), Z1 \
	GIVE512(Z16) \
	GIVE512(Z17) \
	GIVE512(Z18) \
	GIVE512(Z19) \
	GIVE512(Z20) \
	GIVE512(Z21) \
	GIVE512(Z22) \
	GIVE512(Z23)

// func int8MicroKernelAVX512(t *tile)
//
// Eight rows by thirty-two columns. There are as many lanes as fill whole chunks.
TEXT ·int8MicroKernelAVX512(SB), NOSPLIT, $0-8
	OPERANDS512
	FETCH
next:
	FETCHED
	LANES512(VPDPBUSD, 0, 0)
	LANES512(VPDPBUSD, 4, 64)
	LANES512(VPDPBUSD, 8, 128)
	LANES512(VPDPBUSD, 12, 192)
	NEXT512(4)
	JNZ next
	RESULTS512
	VZEROUPPER
	RET

// func int16MicroKernelAVX512(t *tile)
TEXT ·int16MicroKernelAVX512(SB), NOSPLIT, $0-8
	OPERANDS512
next:
	LANES512(VPDPWSSD, 0, 0)
	LANES512(VPDPWSSD, 4, 64)
	NEXT512(2)
	JNZ next
	RESULTS512
	VZEROUPPER
	RET

// func largestAVX2(x []float32) float32
TEXT ·largestAVX2(SB), NOSPLIT, $0-28
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	VPCMPEQD Y2, Y2, Y2
	VPSRLD $1, Y2, Y2 // all but the sign
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
next:
	VPAND (SI), Y2, Y3
	VPAND 32(SI), Y2, Y4
	VPMAXUD Y3, Y0, Y0
	VPMAXUD Y4, Y1, Y1
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ next
	VPMAXUD Y1, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPMAXUD X1, X0, X0
	VPSHUFD $0x4E, X0, X1
	VPMAXUD X1, X0, X0
	VPSHUFD $0xB1, X0, X1
	VPMAXUD X1, X0, X0
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET

// func quantizeInt8AVX2(x []float32, by float32, to []uint32)
TEXT ·quantizeInt8AVX2(SB), NOSPLIT, $0-56
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	VBROADCASTSS by+24(FP), Y15
	MOVQ to_base+32(FP), DI
	VMOVDQU unsigned<>(SB), X14
next:
	VMULPS (SI), Y15, Y0
	VMULPS 32(SI), Y15, Y1
	VCVTPS2DQ Y0, Y0
	VCVTPS2DQ Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	VPERMQ $0xD8, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPACKSSWB X1, X0, X0
	VPXOR X14, X0, X0
	VMOVDQU X0, (DI)
	ADDQ $64, SI
	ADDQ $16, DI
	SUBQ $16, CX
	JNZ next
	VZEROUPPER
	RET

// func quantizeInt16AVX2(x []float32, by float32, to []uint32)
TEXT ·quantizeInt16AVX2(SB), NOSPLIT, $0-56
	MOVQ x_base+0(FP), SI
	MOVQ x_len+8(FP), CX
	VBROADCASTSS by+24(FP), Y15
	MOVQ to_base+32(FP), DI
next:
	VMULPS (SI), Y15, Y0
	VMULPS 32(SI), Y15, Y1
	VCVTPS2DQ Y0, Y0
	VCVTPS2DQ Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	VPERMQ $0xD8, Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ $64, SI
	ADDQ $32, DI
	SUBQ $16, CX
	JNZ next
	VZEROUPPER
	RET

// func interleaveAVX2(a, b, to []uint32, step int)
TEXT ·interleaveAVX2(SB), NOSPLIT, $0-80
	MOVQ a_base+0(FP), SI
	MOVQ a_len+8(FP), CX
	MOVQ b_base+24(FP), BX
	MOVQ to_base+48(FP), DI
	MOVQ step+72(FP), R8
	SHLQ $2, R8
next:
	VMOVDQU (SI), Y0
	VMOVDQU (BX), Y1
	VPUNPCKLWD Y1, Y0, Y2
	VPUNPCKHWD Y1, Y0, Y3
	VPERM2I128 $0x20, Y3, Y2, Y0
	VPERM2I128 $0x31, Y3, Y2, Y1
	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	ADDQ $32, SI
	ADDQ $32, BX
	ADDQ R8, DI
	SUBQ $8, CX
	JNZ next
	VZEROUPPER
	RET
