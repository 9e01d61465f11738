// A log by golang.org/x/mod/sumdb: its checkpoint by note, its proofs and hash tiles by tlog.

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight, logSizeMax = 8, 1 << 40

// logVerifier is the log key under a name, with covisa's own rule for signatures.
type logVerifier struct {
	name string
	key  []byte
}

func (v logVerifier) Name() string                { return v.name }
func (v logVerifier) Verify(msg, sig []byte) bool { return verify(v.key, msg, sig) }
func (v logVerifier) KeyHash() uint32 { // NOTE-2
	hash := sha256.Sum256(append([]byte(v.name+"\n\x01"), v.key...))
	return binary.BigEndian.Uint32(hash[:])
}

type checkpoint struct {
	space             string
	incarnation, size int64
	root              tlog.Hash
}

var checkpointForm = regexp.MustCompile(
	`^(covisa/([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])/(0|[1-9]\d{0,9}))\n(0|[1-9]\d{0,15})\n(.*)\n$`)

// checkNote checks what note.Open does not, and the form of all lines before any signature.
func checkNote(text string) {
	const code = "NOTE_INVALID"
	expect(utf8.RuneCountInString(text) <= 2048, code)
	var unverified *note.UnverifiedNoteError
	_, err := note.Open([]byte(text), nil)
	expect(errors.As(err, &unverified) && signatureLines(text) <= 16, code)
	for _, signature := range unverified.Note.UnverifiedSigs {
		_, err := base64.StdEncoding.Strict().DecodeString(signature.Base64)
		expect(err == nil, code)
	}
}

func signatureLines(text string) int {
	return strings.Count(text[strings.LastIndex(text, "\n\n")+2:], "\n")
}

// readCheckpoint reads a checkpoint that the log key signed.
func readCheckpoint(text string, key []byte) (c checkpoint) {
	const code = "CHECKPOINT_INVALID"
	checkNote(text)
	match := checkpointForm.FindStringSubmatch(text[:strings.LastIndex(text, "\n\n")+1])
	expect(match != nil, code) // CHECKPOINT-1
	c.space = match[2]
	c.incarnation, _ = strconv.ParseInt(match[3], 10, 64)
	c.size, _ = strconv.ParseInt(match[4], 10, 64)
	root, err := base64.StdEncoding.Strict().DecodeString(match[5])
	expect(c.incarnation < 1<<32 && c.size <= logSizeMax && err == nil && len(root) == 32, code)
	copy(c.root[:], root)
	_, err = note.Open([]byte(text), note.VerifierList(logVerifier{match[1], key}))
	expect(err == nil && signatureLines(text) == 1, code) // CHECKPOINT-2
	return c
}

// hashesOf gives false where one of the values has not 32 bytes.
func hashesOf(values ...[]byte) ([]tlog.Hash, bool) {
	hashes := make([]tlog.Hash, len(values))
	for i, value := range values {
		if copy(hashes[i][:], value); len(value) != 32 {
			return nil, false
		}
	}
	return hashes, true
}

func verifyInclusion(index, size int64, leaf []byte, proof [][]byte, root []byte) bool {
	hashes, are := hashesOf(append([][]byte{leaf, root}, proof...)...)
	return are && index >= 0 && index < size &&
		tlog.CheckRecord(hashes[2:], size, hashes[1], index, hashes[0]) == nil
}

// verifyConsistency takes the seed off that decision 0002 puts in front of a proof of RFC 6962.
func verifyConsistency(oldSize int64, oldRoot []byte, newSize int64, newRoot []byte,
	proof [][]byte) bool {
	hashes, are := hashesOf(append([][]byte{oldRoot, newRoot}, proof...)...)
	if !are || oldSize < 0 || oldSize > newSize {
		return false
	}
	old, root, rest := hashes[0], hashes[1], tlog.TreeProof(hashes[2:])
	if oldSize == 0 {
		return len(rest) == 0 && old == sha256.Sum256(nil) && (newSize > 0 || root == old)
	}
	if oldSize < newSize && oldSize&(oldSize-1) == 0 {
		if len(rest) == 0 || rest[0] != old {
			return false
		}
		rest = rest[1:]
	}
	return tlog.CheckTree(rest, newSize, root, oldSize, old) == nil
}

// storedHashes are a tree's hashes in the order of tlog.
type storedHashes []tlog.Hash

func (stored storedHashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		found[i] = stored[index]
	}
	return found, nil
}

func storedOf(leaves []tlog.Hash) (stored storedHashes) {
	for i, leaf := range leaves {
		more, err := tlog.StoredHashesForRecordHash(int64(i), leaf, stored)
		expect(err == nil, "PROOF_INVALID")
		stored = append(stored, more...)
	}
	return stored
}

func treeRoot(leaves []tlog.Hash) tlog.Hash {
	if len(leaves) == 0 {
		return sha256.Sum256(nil)
	}
	root, err := tlog.TreeHash(int64(len(leaves)), storedOf(leaves))
	expect(err == nil, "PROOF_INVALID")
	return root
}

// tiles reads tiles by the names of tlog-tiles, which do not tell the height, and keeps them.
type tiles struct {
	get  func(name string) ([]byte, error)
	kept map[tlog.Tile][]byte
}

func (t tiles) Height() int                     { return tileHeight }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range wanted {
		one, err := t.get(strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		t.kept[tile], data = one, append(data, one)
	}
	return data, nil
}

// leavesFromTiles gives all leaves of a log whose tiles hash to its signed root.
func leavesFromTiles(c checkpoint, get func(name string) ([]byte, error)) []tlog.Hash {
	const code = "PROOF_INVALID"
	if c.size == 0 {
		expect(c.root == sha256.Sum256(nil), code)
		return nil
	}
	var indexes []int64
	for i := int64(0); i < c.size; i++ {
		indexes = append(indexes, tlog.StoredHashIndex(0, i))
	}
	read := tiles{get, map[tlog.Tile][]byte{}}
	leaves, err := tlog.TileHashReader(tlog.Tree{N: c.size, Hash: c.root}, read).ReadHashes(indexes)
	expect(err == nil, code)
	// The reader of x/mod 0.7 passes over some full tiles: it starts to check them at the number of
	// the root's subtrees, not of their tiles. So the tiles are made again from the leaves.
	stored := storedOf(leaves)
	for tile, data := range read.kept {
		again, err := tlog.ReadTileData(tile, stored)
		expect(err == nil && bytes.Equal(again, data), code)
	}
	return leaves
}

// stampMarker gives the marker of the stamp at index k (STAMP-1).
func stampMarker(visaNumber []byte, k int64) []byte {
	expect(k >= 0 && k < 1<<32, "SHAPE_INVALID")
	index := []byte{byte(k >> 24), byte(k >> 16), byte(k >> 8), byte(k)}
	hash := sha256.Sum256(append(append([]byte("covisa/stamp/1"), visaNumber...), index...))
	return hash[:16]
}
