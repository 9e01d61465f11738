// Ed25519 by covisa's one rule, CRYPTO-1 to CRYPTO-7.

package main

import (
	"crypto/ed25519"
	"math/big"
)

func number(text string) *big.Int {
	value, _ := new(big.Int).SetString(text, 0)
	return value
}

var (
	fieldPrime = number("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed")
	groupOrder = number("0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed")
	// One y of the four points of order 8; the other is p minus it.
	eighth = number("0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826")
)

// littleEndian reads a number, without the sign of x where it is a point's y.
func littleEndian(data []byte, bits int) *big.Int {
	reversed := make([]byte, len(data))
	for i, one := range data {
		reversed[len(data)-1-i] = one
	}
	bound := new(big.Int).Lsh(big.NewInt(1), uint(bits))
	return bound.Mod(new(big.Int).SetBytes(reversed), bound)
}

// isSmall says whether 32 bytes are a way to write one of the eight points of small order.
func isSmall(point []byte) bool {
	y := littleEndian(point, 255)
	below := new(big.Int).Sub(fieldPrime, y)
	if y.Cmp(big.NewInt(1)) <= 0 || new(big.Int).Abs(below).Cmp(big.NewInt(1)) <= 0 {
		return true // 0, 1, p - 1, p, p + 1
	}
	return y.Cmp(eighth) == 0 || below.Cmp(eighth) == 0
}

func verify(publicKey, message, signature []byte) bool {
	if len(publicKey) != 32 || len(signature) != 64 { // CRYPTO-1, CRYPTO-2
		return false
	}
	if littleEndian(signature[32:], 256).Cmp(groupOrder) >= 0 { // CRYPTO-3
		return false
	}
	if littleEndian(publicKey, 255).Cmp(fieldPrime) >= 0 || isSmall(publicKey) { // CRYPTO-4, 5
		return false
	}
	if isSmall(signature[:32]) { // CRYPTO-6
		return false
	}
	// CRYPTO-7: Go computes R without the cofactor and compares its bytes.
	return ed25519.Verify(publicKey, message, signature)
}
