// Verifies what covisa's nodes say, from its specification alone.
//
//	verify-in-go                              the adapter of spec/vectors
//	verify-in-go node http://127.0.0.1:7001   what holds of a live node

package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

const answerBytesMax = 1 << 20

var client = http.Client{Timeout: 20 * time.Second}

func get(url string) ([]byte, error) {
	response, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: status %d", url, response.StatusCode)
	}
	return io.ReadAll(io.LimitReader(response.Body, answerBytesMax))
}

// keysOf joins the keys that an opening gives its incarnation, in the order of RESUME-1.
func keysOf(opening input) (keys []byte) {
	for _, name := range []string{"log", "witness", "peer", "box", "recovery"} {
		keys = append(keys, opening.bytes(name, 32)...)
	}
	return keys
}

// entryDepthMax bounds how deep objects and lists of an entry stand in each other (LOG-11).
const entryDepthMax = 32

// depthOf counts brackets outside of texts.
func depthOf(line []byte) (deepest int) {
	depth, isText := 0, false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\':
			i++
		case c == '"':
			isText = !isText
		case isText:
		case c == '{' || c == '[':
			if depth++; depth > deepest {
				deepest = depth
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return deepest
}

// readOpening reads the first entry of an incarnation: an inception or a resume.
func readOpening(line []byte, kind string) (opening input) {
	expect(depthOf(line) <= entryDepthMax, "ENTRY_INVALID")
	err := json.Unmarshal(line, &opening)
	expect(err == nil && opening.text("type") == kind, "ENTRY_INVALID")
	expect(opening.number("version") == 1, "ENTRY_INVALID")
	keysOf(opening)
	return opening
}

func digest(data []byte) string {
	hash := sha256.Sum256(data)
	return toBase64url(hash[:])
}

// checkResume checks RESUME-1 to RESUME-3.
func checkResume(resume input, space string, incarnation int64, recovery string) {
	const code = "RESUME_INVALID"
	expect(resume.text("space") == space && resume.number("incarnation") == incarnation, code)
	var previous input
	resume.read("previous", &previous)
	size, at := previous.number("size"), resume.number("time")
	expect(size >= 1 && size <= logSizeMax && at >= 0 && at <= secondsMax, code)
	key := resume.bytes("recoveryKey", 32)
	expect(digest(key) == recovery, code) // KEYS-2
	message := append([]byte("covisa/resume/1\n"), fromBase64url(space, 32)...)
	message = binary.BigEndian.AppendUint32(message, uint32(incarnation))
	message = binary.BigEndian.AppendUint64(message, uint64(size))
	message = append(message, previous.bytes("root", 32)...)
	message = append(message, keysOf(resume)...)
	message = binary.BigEndian.AppendUint64(message, uint64(at))
	expect(verify(key, message, resume.bytes("signature", 64)), code)
}

type discovery struct {
	Covisa, Incarnation int64
	Space, Inception    string
	Resumes             []string
}

// checkOpenings follows the first entries of all incarnations to the newest (LOG-5, LOG-10).
func checkOpenings(said discovery) (line []byte, newest input) {
	line = fromBase64url(said.Inception, -1)
	expect(digest(line) == said.Space, "ENTRY_INVALID")
	newest = readOpening(line, "inception")
	for i, text := range said.Resumes {
		recovery := newest.text("recovery")
		line = fromBase64url(text, -1)
		newest = readOpening(line, "resume")
		checkResume(newest, said.Space, int64(i+1), recovery)
	}
	expect(said.Incarnation == int64(len(said.Resumes)), "ENTRY_INVALID")
	return line, newest
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(refused(err.Error()))
	}
	return data
}

func checkNode(url string, holds func(format string, values ...interface{})) {
	base := strings.TrimRight(url, "/")
	var said discovery
	err := json.Unmarshal(must(get(base+"/.well-known/covisa")), &said)
	expect(err == nil && said.Covisa == 1, "PEER_ANSWER_INVALID")
	line, newest := checkOpenings(said)
	holds("space %s: the id is the hash of its inception", said.Space)
	holds("incarnation %d: the openings lead to its log key", said.Incarnation)
	text := string(must(get(base + "/covisa/v1/log/checkpoint")))
	c := readCheckpoint(text, newest.bytes("log", 32))
	isOwn := c.space == said.Space && c.incarnation == said.Incarnation
	expect(isOwn && c.size > 0, "CHECKPOINT_INVALID")
	holds("checkpoint: the log key signed size %d", c.size)
	leaves := leavesFromTiles(c, func(name string) ([]byte, error) {
		return get(base + "/covisa/v1/log/" + name)
	})
	holds("tiles: %d leaves hash to the root %s", len(leaves), toBase64url(c.root[:]))
	expect(leaves[0] == tlog.RecordHash(line), "PROOF_INVALID")
	holds("opening: it is the first leaf")
}

func main() {
	if len(os.Args) == 1 {
		if err := adapter(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if len(os.Args) != 3 || os.Args[1] != "node" {
		fmt.Fprintln(os.Stderr, "usage: verify-in-go [node <url>]")
		os.Exit(2)
	}
	err := caught(func() {
		checkNode(os.Args[2], func(format string, values ...interface{}) {
			fmt.Printf("holds  "+format+"\n", values...)
		})
	})
	if err != nil {
		fmt.Printf("FAILS  %v\n", err)
		os.Exit(1)
	}
}
