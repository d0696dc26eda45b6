#include "textflag.h"

// Where the fields of an int8Tile and of a columnBlock stand.
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
#define SCALE 64
#define BIAS 128

DATA ones<>+0(SB)/4, $0x00010001
GLOBL ones<>(SB), RODATA|NOPTR, $4

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

// ROW2 multiplies a group of a row by those of sixteen columns in Y0 and Y1, by AVX2 alone.
#define ROW2(a, low, high) \
	VPBROADCASTD a, Y2 \
	VPMADDUBSW Y0, Y2, Y3 \
	VPMADDUBSW Y1, Y2, Y2 \
	VPMADDWD Y15, Y3, Y3 \
	VPMADDWD Y15, Y2, Y2 \
	VPADDD Y3, low, low \
	VPADDD Y2, high, high

// func int8MicroKernelAVX2(t *int8Tile)
//
// Four rows by sixteen columns: the sums stay in Y4 to Y11, a row in two of them.
TEXT ·int8MicroKernelAVX2(SB), NOSPLIT, $0-8
	OPERANDS
	VPBROADCASTD ones<>(SB), Y15
	MOVQ COLUMNS0(AX), R10
	VMOVDQU (R10), Y4
	VMOVDQU 32(R10), Y5
	VMOVDQA Y4, Y6
	VMOVDQA Y5, Y7
	VMOVDQA Y4, Y8
	VMOVDQA Y5, Y9
	VMOVDQA Y4, Y10
	VMOVDQA Y5, Y11
next:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	ROW2((SI), Y4, Y5)
	ROW2((SI)(R8*1), Y6, Y7)
	ROW2((SI)(R8*2), Y8, Y9)
	ROW2((R11), Y10, Y11)
	ADDQ $64, DI
	ADDQ $4, SI
	ADDQ $4, R11
	DECQ CX
	JNZ next
	RESULTS
	GIVE(Y4, Y5)
	GIVE(Y6, Y7)
	GIVE(Y8, Y9)
	GIVE(Y10, Y11)
	VZEROUPPER
	RET

// DPBUSD is VPDPBUSD of the registers Ym, Yv and Yd in the encoding of AVX-VNNI, of which Go's assembler knows that of
// AVX-512 alone: to each sum of d are added the products of four unsigned bytes of v with four signed ones of m.
#define DPBUSD(m, v, d) \
	BYTE $0xC4 \
	BYTE $(0x42 | (1-(d>>3))<<7 | (1-(m>>3))<<5) \
	BYTE $(0x05 | (15-v)<<3) \
	BYTE $0x50 \
	BYTE $(0xC0 | (d&7)<<3 | (m&7))

// func int8MicroKernelAVXVNNI(t *int8Tile)
//
// Six rows by sixteen columns: the sums stay in Y4 to Y15, a row in two of them.
TEXT ·int8MicroKernelAVXVNNI(SB), NOSPLIT, $0-8
	OPERANDS
	MOVQ COLUMNS0(AX), R10
	VMOVDQU (R10), Y4
	VMOVDQU 32(R10), Y5
	VMOVDQA Y4, Y6
	VMOVDQA Y5, Y7
	VMOVDQA Y4, Y8
	VMOVDQA Y5, Y9
	VMOVDQA Y4, Y10
	VMOVDQA Y5, Y11
	VMOVDQA Y4, Y12
	VMOVDQA Y5, Y13
	VMOVDQA Y4, Y14
	VMOVDQA Y5, Y15
next:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	VPBROADCASTD (SI), Y2
	VPBROADCASTD (SI)(R8*1), Y3
	DPBUSD(0, 2, 4)
	DPBUSD(1, 2, 5)
	DPBUSD(0, 3, 6)
	DPBUSD(1, 3, 7)
	VPBROADCASTD (SI)(R8*2), Y2
	VPBROADCASTD (R11), Y3
	DPBUSD(0, 2, 8)
	DPBUSD(1, 2, 9)
	DPBUSD(0, 3, 10)
	DPBUSD(1, 3, 11)
	VPBROADCASTD (R11)(R8*1), Y2
	VPBROADCASTD (R11)(R8*2), Y3
	DPBUSD(0, 2, 12)
	DPBUSD(1, 2, 13)
	DPBUSD(0, 3, 14)
	DPBUSD(1, 3, 15)
	ADDQ $64, DI
	ADDQ $4, SI
	ADDQ $4, R11
	DECQ CX
	JNZ next
	RESULTS
	GIVE(Y4, Y5)
	GIVE(Y6, Y7)
	GIVE(Y8, Y9)
	GIVE(Y10, Y11)
	GIVE(Y12, Y13)
	GIVE(Y14, Y15)
	VZEROUPPER
	RET

// ROW512 multiplies a group of a row by those of thirty-two columns in Z0 and Z1.
#define ROW512(a, by, low, high) \
	VPBROADCASTD a, by \
	VPDPBUSD Z0, by, low \
	VPDPBUSD Z1, by, high

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

// func int8MicroKernelAVX512(t *int8Tile)
//
// Eight rows by thirty-two columns: the sums stay in Z8 to Z23, a row's in one of the first eight and of the others.
TEXT ·int8MicroKernelAVX512(SB), NOSPLIT, $0-8
	OPERANDS
	MOVQ PANEL1(AX), R13
	LEAQ (R11)(R8*2), R12
	ADDQ R8, R12 // the seventh row
	MOVQ COLUMNS0(AX), R10
	VMOVDQU32 (R10), Z8
	VMOVDQA32 Z8, Z9
	VMOVDQA32 Z8, Z10
	VMOVDQA32 Z8, Z11
	VMOVDQA32 Z8, Z12
	VMOVDQA32 Z8, Z13
	VMOVDQA32 Z8, Z14
	VMOVDQA32 Z8, Z15
	MOVQ COLUMNS1(AX), R10
	VMOVDQU32 (R10), Z16
	VMOVDQA32 Z16, Z17
	VMOVDQA32 Z16, Z18
	VMOVDQA32 Z16, Z19
	VMOVDQA32 Z16, Z20
	VMOVDQA32 Z16, Z21
	VMOVDQA32 Z16, Z22
	VMOVDQA32 Z16, Z23
next:
	VMOVDQU32 (DI), Z0
	VMOVDQU32 (R13), Z1
	ROW512((SI), Z2, Z8, Z16)
	ROW512((SI)(R8*1), Z3, Z9, Z17)
	ROW512((SI)(R8*2), Z4, Z10, Z18)
	ROW512((R11), Z5, Z11, Z19)
	ROW512((R11)(R8*1), Z2, Z12, Z20)
	ROW512((R11)(R8*2), Z3, Z13, Z21)
	ROW512((R12), Z4, Z14, Z22)
	ROW512((R12)(R8*1), Z5, Z15, Z23)
	ADDQ $64, DI
	ADDQ $64, R13
	ADDQ $4, SI
	ADDQ $4, R11
	ADDQ $4, R12
	DECQ CX
	JNZ next
	RESULTS
	VMOVUPS SCALE(R10), Z0
	VMOVUPS BIAS(R10), Z1
	GIVE512(Z8)
	GIVE512(Z9)
	GIVE512(Z10)
	GIVE512(Z11)
	GIVE512(Z12)
	GIVE512(Z13)
	GIVE512(Z14)
	GIVE512(Z15)
	MOVQ SCALES(AX), BX
	MOVQ COLUMNS1(AX), R10
	MOVQ C1(AX), DX
	VMOVUPS SCALE(R10), Z0
	VMOVUPS BIAS(R10), Z1
	GIVE512(Z16)
	GIVE512(Z17)
	GIVE512(Z18)
	GIVE512(Z19)
	GIVE512(Z20)
	GIVE512(Z21)
	GIVE512(Z22)
	GIVE512(Z23)
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

// func quantizeAVX2(x []float32, by float32, to []uint8)
TEXT ·quantizeAVX2(SB), NOSPLIT, $0-56
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
