// Bytes: base64, base45 (RFC 9285), the CBOR that covisa uses, COSE_Sign1. From spec/encoding.md.

package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

const (
	base45       = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
	cborBytesMax = 2048
	cborDepthMax = 6
	safeMax      = 1<<53 - 1
	secondsMax   = 253_402_300_799
)

// refused says which rule does not hold, by a code of spec/errors.md. Readers panic with it.
type refused string

func (code refused) Error() string { return string(code) }

func expect(condition bool, code refused) {
	if !condition {
		panic(code)
	}
}

// caught runs a reader and gives what it was refused for, or nil.
func caught(run func()) (err error) {
	defer func() {
		switch found := recover().(type) {
		case nil:
		case refused:
			err = found
		default:
			panic(found)
		}
	}()
	run()
	return nil
}

func toBase64url(data []byte) string { return base64.RawURLEncoding.EncodeToString(data) }

// fromBase64url is strict: no padding, unused bits zero. A length of -1 takes any.
func fromBase64url(text string, length int) []byte {
	data, err := base64.RawURLEncoding.Strict().DecodeString(text)
	expect(err == nil && !strings.ContainsAny(text, "\r\n"), "BASE64URL_INVALID")
	expect(length < 0 || len(data) == length, "LENGTH_INVALID")
	return data
}

func fromBase45(text string) (data []byte) {
	for len(text) > 0 {
		group := text
		if len(group) > 3 {
			group = group[:3]
		}
		value, factor := 0, 1
		for _, digit := range []byte(group) {
			at := strings.IndexByte(base45, digit)
			expect(at >= 0, "BASE45_INVALID")
			value, factor = value+at*factor, factor*45
		}
		expect(len(group) > 1 && value < 1<<(8*(len(group)-1)), "BASE45_INVALID")
		if len(group) == 3 {
			data = append(data, byte(value>>8))
		}
		data, text = append(data, byte(value)), text[len(group):]
	}
	return data
}

// cbor reads items, and keeps what it saw of the rules that hold for a whole document.
type cbor struct {
	data []byte
	at   int
	// odd: a key twice, or an integer beyond what a double holds.
	odd bool
	// loose: a head that is longer than it needs, or keys out of order.
	loose bool
}

// cborMap has its integer keys; a text as a key is of no use here and counts as unknown.
type cborMap struct {
	members map[int64]interface{}
	others  int
}

func (c *cbor) head() (major byte, value uint64) {
	expect(c.at < len(c.data), "CBOR_INVALID")
	major, minor := c.data[c.at]>>5, c.data[c.at]&31
	c.at++
	if minor < 24 {
		return major, uint64(minor)
	}
	expect(minor < 28 && major != 7, "CBOR_INVALID")
	width := 1 << (minor - 24)
	raw := make([]byte, 8)
	copy(raw[8-width:], c.take(uint64(width)))
	value = binary.BigEndian.Uint64(raw)
	least := map[byte]uint64{24: 24, 25: 1 << 8, 26: 1 << 16, 27: 1 << 32}[minor]
	c.loose = c.loose || value < least
	return major, value
}

func (c *cbor) take(length uint64) []byte {
	expect(length <= uint64(len(c.data)-c.at), "CBOR_INVALID")
	start := c.at
	c.at += int(length)
	return c.data[start:c.at]
}

// item reads one item: int64, []byte, string, []interface{}, cborMap, bool or nil.
func (c *cbor) item(depth int) interface{} {
	expect(depth <= cborDepthMax, "CBOR_INVALID")
	major, value := c.head()
	switch major {
	case 0, 1:
		c.odd = c.odd || value > safeMax-uint64(major)
		if major == 1 {
			return -1 - int64(value)
		}
		return int64(value)
	case 2:
		return c.take(value)
	case 3:
		text := c.take(value)
		expect(utf8.Valid(text), "CBOR_INVALID")
		return string(text)
	case 4:
		expect(value <= uint64(len(c.data)-c.at), "CBOR_INVALID")
		list := make([]interface{}, value)
		for i := range list {
			list[i] = c.item(depth + 1)
		}
		return list
	case 5:
		expect(value <= uint64(len(c.data)-c.at)/2, "CBOR_INVALID")
		return c.mapOf(value, depth)
	case 7:
		expect(value >= 20 && value <= 22, "CBOR_INVALID")
		return map[uint64]interface{}{20: false, 21: true}[value]
	}
	panic(refused("CBOR_INVALID")) // a tag
}

func (c *cbor) mapOf(count uint64, depth int) cborMap {
	read := cborMap{members: map[int64]interface{}{}}
	seen, last := map[interface{}]bool{}, []byte(nil)
	for ; count > 0; count-- {
		start := c.at
		key := c.item(depth + 1)
		raw := c.data[start:c.at]
		expect(raw[0]>>5 <= 1 || raw[0]>>5 == 3, "CBOR_INVALID") // CBOR-2
		c.odd = c.odd || seen[key]
		c.loose = c.loose || bytes.Compare(last, raw) > 0
		seen[key], last = true, raw
		value := c.item(depth + 1)
		if number, is := key.(int64); is {
			read.members[number] = value
		} else {
			read.others++
		}
	}
	return read
}

// parseCbor gives the value of deterministic CBOR (CBOR-1).
func parseCbor(data []byte) interface{} {
	c := cbor{data: data}
	expect(len(data) <= cborBytesMax, "CBOR_INVALID")
	value := c.item(0)
	expect(c.at == len(data) && !c.odd, "CBOR_INVALID")
	expect(!c.loose, "CBOR_NOT_DETERMINISTIC")
	return value
}

// splitArray gives the items of a short array, each as the bytes that came.
func splitArray(data []byte) (items [][]byte) {
	c := cbor{data: data}
	expect(len(data) <= cborBytesMax, "CBOR_INVALID")
	c.item(0)
	expect(c.at == len(data) && data[0]>>5 == 4 && data[0]&31 < 24, "CBOR_INVALID")
	c.at = 1
	for c.at < len(data) {
		start := c.at
		c.item(1)
		items = append(items, data[start:c.at])
	}
	return items
}

var protected = []byte{0xa1, 0x01, 0x27}

// parseCose gives payload and signature of a COSE_Sign1 in its one form (COSE-1).
func parseCose(data []byte) (payload, signature []byte) {
	items := splitArray(data)
	expect(len(items) == 4 && bytes.Equal(items[0], bytesItem(protected)), "COSE_INVALID")
	expect(bytes.Equal(items[1], []byte{0xa0}), "COSE_INVALID")
	payload, is := parseCbor(items[2]).([]byte)
	expect(is && bytes.HasPrefix(items[3], []byte{0x58, 64}), "COSE_INVALID")
	return payload, items[3][2:]
}

// bytesItem encodes a byte string of up to 65,535 bytes.
func bytesItem(data []byte) []byte {
	switch length := len(data); {
	case length < 24:
		return append([]byte{0x40 | byte(length)}, data...)
	case length < 256:
		return append([]byte{0x58, byte(length)}, data...)
	default:
		return append([]byte{0x59, byte(length >> 8), byte(length)}, data...)
	}
}

// signedBytes gives the Sig_structure of RFC 9052; the external data are its parts, joined.
func signedBytes(payload []byte, external ...[]byte) []byte {
	parts := [][]byte{[]byte("\x84\x6aSignature1"), bytesItem(protected)}
	parts = append(parts, bytesItem(bytes.Join(external, nil)), bytesItem(payload))
	return bytes.Join(parts, nil)
}
