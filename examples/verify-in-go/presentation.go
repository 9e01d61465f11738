// A presentation: token, visa and proof, and the rules that they keep. From spec/visas.md.

package main

import (
	"bytes"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	dayMin, dayMax, daySeconds = 10_957, 375_834, 86_400
	early, late                = 60, 120
)

var (
	purposes = []string{"visit", "renew", "rekey", "feedback", "complaint", "renumber", "erase"}
	issuer   = regexp.MustCompile(`^[A-Za-z0-9_-]{21}[AQgw]$`)
)

// members takes each member of one map once; end refuses what nobody took.
type members struct {
	left cborMap
	code refused
}

func membersOf(value interface{}, code refused) members {
	left, is := value.(cborMap)
	expect(is, code)
	return members{left, code}
}

func (m members) take(key int64) interface{} {
	value := m.left.members[key]
	delete(m.left.members, key)
	return value
}

func (m members) has(key int64) bool {
	_, is := m.left.members[key]
	return is
}

func (m members) number(key, least, most int64) int64 {
	value, is := m.take(key).(int64)
	expect(is && least <= value && value <= most, m.code)
	return value
}

func (m members) bytes(key int64, length int) []byte {
	value, is := m.take(key).([]byte)
	expect(is && len(value) == length, m.code)
	return value
}

func (m members) text(key int64) string {
	value, is := m.take(key).(string)
	expect(is, m.code)
	return value
}

func (m members) flag(key int64) bool {
	has := m.has(key)
	expect(!has || m.take(key) == true, m.code)
	return has
}

func (m members) end() { expect(len(m.left.members) == 0 && m.left.others == 0, m.code) }

// yearEnd is 00:00 UTC of the day a year later; Go turns 29 February into 1 March, as it is to be.
func yearEnd(day int64) int64 { return time.Unix(day*daySeconds, 0).UTC().AddDate(1, 0, 0).Unix() }

func isLabel(text string) bool {
	turns := func(r rune) bool {
		return unicode.Is(unicode.Cc, r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	}
	return text != "" && strings.IndexFunc(text, turns) < 0
}

type visa struct {
	issuer, plan      string
	name              interface{} // a text, or nil
	number, holderKey []byte
	issued, expires   int64
	static            bool
}

// readVisa reads the claims, by VISA-1 to VISA-7.
func readVisa(payload []byte) (v visa) {
	const code = "VISA_INVALID"
	claims := membersOf(parseCbor(payload), code)
	own := membersOf(claims.take(-65537), code)
	if claims.has(8) {
		v.holderKey = readHolderKey(claims.take(8), code)
	}
	static, asks := own.flag(7), own.flag(6)
	v.static = static
	expect(static == (v.holderKey == nil) && (asks || !static), code) // VISA-5
	v.issuer, v.number = claims.text(1), claims.bytes(7, 16)
	expect(issuer.MatchString(v.issuer), code) // VISA-1
	v.issued, v.expires = claims.number(6, 0, secondsMax), claims.number(4, 0, secondsMax)
	firstDay, _ := own.number(1, dayMin, dayMax), own.number(2, dayMin, dayMax)
	expect(v.issued < v.expires && v.expires <= yearEnd(firstDay), code) // VISA-2, VISA-3
	expect(v.issued >= (firstDay-1)*daySeconds, code)                    // VISA-4
	v.plan = own.text(3)
	expect(isLabel(v.plan) && utf8.RuneCountInString(v.plan) <= 16, code) // VISA-6
	if own.has(4) {
		name := own.text(4)
		expect(isLabel(name) && len(name) <= 24, code)
		v.name = name
	}
	if own.has(5) { // VISA-7
		former, is := own.take(5).([]interface{})
		expect(is && !static && len(former) >= 1 && len(former) <= 3, code)
		for _, one := range former {
			digest, is := one.([]byte)
			expect(is && len(digest) == 8, code)
		}
	}
	own.end()
	claims.end()
	return v
}

func readHolderKey(value interface{}, code refused) []byte {
	confirmation := membersOf(value, code)
	key := membersOf(confirmation.take(1), code)
	key.number(1, 1, 1)
	key.number(-1, 6, 6)
	x := key.bytes(-2, 32)
	key.end()
	confirmation.end()
	return x
}

type proof struct {
	purpose string
	time    int64
	host    []byte
}

func readProof(payload []byte) (p proof) {
	claims := membersOf(parseCbor(payload), "TOKEN_INVALID")
	p.purpose = purposes[claims.number(1, 1, int64(len(purposes)))-1] // PRES-1
	p.time = claims.number(2, 0, secondsMax)
	if claims.has(3) {
		p.host = claims.bytes(3, 16)
	}
	claims.bytes(4, 8)
	claims.end()
	return p
}

// wish is what whoever relies on a presentation knows and wants. A nil host is no space at all.
type wish struct {
	home, issuingKey, host []byte
	purpose                string
	instant                int64
	revokedBefore          *int64
}

// checkProof checks PRES-3 to PRES-6.
func checkProof(p proof, w wish) {
	expect(p.purpose == w.purpose, "PRESENTATION_OTHER_PURPOSE")
	here := p.host == nil || w.host != nil && bytes.Equal(p.host, w.host[:16])
	expect(here, "PRESENTATION_OTHER_HOST")
	expect(w.instant >= p.time-early, "PRESENTATION_FROM_FUTURE")
	expect(w.instant <= p.time+late, "PRESENTATION_STALE")
}

// checkVisa checks VISA-8 to VISA-11.
func checkVisa(v visa, w wish) {
	expect(v.issuer == toBase64url(w.home[:16]), "VISA_INVALID")
	expect(w.instant >= v.issued-early, "VISA_NOT_YET_VALID")
	expect(w.instant < v.expires, "VISA_EXPIRED")
	expect(w.revokedBefore == nil || v.issued >= *w.revokedBefore, "VISA_REVOKED")
}

// verifyPresentation gives what a token says, once it keeps all rules.
func verifyPresentation(token string, w wish) answer {
	expect(utf8.RuneCountInString(token) <= 1200, "TOKEN_TOO_LONG") // TOKEN-1
	expect(strings.HasPrefix(token, "CV1:"), "TOKEN_INVALID")       // TOKEN-2
	items := splitArray(fromBase45(token[4:]))
	expect(len(items) == 1 || len(items) == 2, "TOKEN_INVALID")
	visaPayload, visaSignature := parseCose(items[0])
	v := readVisa(visaPayload)
	expect(v.static == (len(items) == 1), "TOKEN_INVALID") // TOKEN-3
	said := answer{"number": v.number, "plan": v.plan, "displayName": v.name, "static": v.static,
		"issuedAt": v.issued, "expiresAt": v.expires, "purpose": nil, "time": nil}
	var proofPayload, proofSignature []byte
	if v.static {
		expect(w.purpose == "visit", "VISA_STATIC") // PRES-2
	} else {
		proofPayload, proofSignature = parseCose(items[1])
		p := readProof(proofPayload)
		checkProof(p, w)
		said["purpose"], said["time"] = p.purpose, p.time
	}
	checkVisa(v, w)
	message := signedBytes(visaPayload, []byte("covisa/visa/1"), w.home)
	expect(verify(w.issuingKey, message, visaSignature), "VISA_FORGED") // VISA-12
	if !v.static {
		message = signedBytes(proofPayload, []byte("covisa/proof/1"), w.home, v.number)
		expect(verify(v.holderKey, message, proofSignature), "PRESENTATION_FORGED") // PRES-7
	}
	return said
}
