// The adapter of spec/vectors: one JSON object a line on stdin, one a line on stdout.

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

var spaceIDForm = regexp.MustCompile(`^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$`)

type answer map[string]interface{}

// input is an operation's input. Its readers panic with SHAPE_INVALID where a member misfits.
type input map[string]json.RawMessage

func (given input) read(name string, into interface{}) {
	raw, has := given[name]
	expect(has && string(raw) != "null" && json.Unmarshal(raw, into) == nil, "SHAPE_INVALID")
}

func (given input) has(name string) bool {
	raw, has := given[name]
	return has && string(raw) != "null"
}

func (given input) text(name string) (text string) {
	given.read(name, &text)
	return text
}

// number reads a whole number from 0 on: 1, 1.0 and 1e0 are the same one.
func (given input) number(name string) int64 {
	var number float64
	given.read(name, &number)
	expect(math.Trunc(number) == number && number >= 0 && number <= safeMax, "SHAPE_INVALID")
	return int64(number)
}

func (given input) bytes(name string, length int) []byte {
	return fromBase64url(given.text(name), length)
}

func (given input) spaceID(name string) []byte {
	text := given.text(name)
	expect(spaceIDForm.MatchString(text), "SHAPE_INVALID")
	return fromBase64url(text, 32)
}

func (given input) list(name string) (list [][]byte) {
	var texts []string
	given.read(name, &texts)
	for _, text := range texts {
		list = append(list, fromBase64url(text, -1))
	}
	return list
}

func (given input) wish() (w wish) {
	w = wish{home: given.spaceID("home"), issuingKey: given.bytes("issuingKey", -1)}
	w.purpose, w.instant = given.text("purpose"), given.number("instant")
	expect(strings.Contains(" "+strings.Join(purposes, " ")+" ", " "+w.purpose+" "), "SHAPE_INVALID")
	if given.has("host") {
		w.host = given.spaceID("host")
	}
	if given.has("revokedBefore") {
		before := given.number("revokedBefore")
		w.revokedBefore = &before
	}
	return w
}

func (given input) tiles() func(name string) ([]byte, error) {
	var texts map[string]string
	given.read("tiles", &texts)
	return func(name string) ([]byte, error) {
		text, has := texts[name]
		if !has {
			return nil, errors.New("no such tile")
		}
		return fromBase64url(text, -1), nil
	}
}

var operations = map[string]func(given input) answer{
	"verify-presentation": func(given input) answer {
		return verifyPresentation(given.text("token"), given.wish())
	},
	"read-checkpoint": func(given input) answer {
		c := readCheckpoint(given.text("note"), given.bytes("logKey", -1))
		return answer{"space": c.space, "incarnation": c.incarnation, "size": c.size, "root": c.root[:]}
	},
	"verify-inclusion": func(given input) answer {
		index, size := given.number("index"), given.number("size")
		leaf, root := given.bytes("leaf", -1), given.bytes("root", -1)
		return answer{"holds": verifyInclusion(index, size, leaf, given.list("proof"), root)}
	},
	"verify-consistency": func(given input) answer {
		oldSize, oldRoot := given.number("oldSize"), given.bytes("oldRoot", -1)
		newSize, newRoot := given.number("newSize"), given.bytes("newRoot", -1)
		proof := given.list("proof")
		return answer{"holds": verifyConsistency(oldSize, oldRoot, newSize, newRoot, proof)}
	},
	"log-from-tiles": func(given input) answer {
		c := readCheckpoint(given.text("note"), given.bytes("logKey", -1))
		leavesFromTiles(c, given.tiles())
		return answer{"size": c.size, "root": c.root[:]}
	},
	"tree-root": func(given input) answer {
		leaves, are := hashesOf(given.list("leaves")...)
		expect(are, "LENGTH_INVALID")
		root := treeRoot(leaves)
		return answer{"root": root[:]}
	},
	"leaf-hash": func(given input) answer {
		hash := tlog.RecordHash([]byte(given.text("line")))
		return answer{"hash": hash[:]}
	},
	"stamp-marker": func(given input) answer {
		return answer{"marker": stampMarker(given.bytes("visaNumber", 16), given.number("k"))}
	},
	"ed25519-verify": func(given input) answer {
		key, message := given.bytes("publicKey", -1), given.bytes("message", -1)
		return answer{"valid": verify(key, message, given.bytes("signature", -1))}
	},
}

func answerTo(operation string, given input) (said answer) {
	run, has := operations[operation]
	if !has {
		return answer{"unsupported": true}
	}
	var found answer
	if err := caught(func() { found = run(given) }); err != nil {
		return answer{"error": err.Error()}
	}
	for name, value := range found {
		if data, is := value.([]byte); is {
			found[name] = toBase64url(data)
		}
	}
	return answer{"ok": found}
}

// adapter answers until stdin ends.
func adapter(from io.Reader, to io.Writer) error {
	lines := bufio.NewReader(from)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return nil
		}
		var request struct {
			ID        json.RawMessage
			Operation string
			Input     input
		}
		if err := json.Unmarshal(line, &request); err != nil {
			return err
		}
		said := answerTo(request.Operation, request.Input)
		said["id"] = request.ID
		text, err := json.Marshal(said)
		if err != nil {
			return err
		}
		fmt.Fprintf(to, "%s\n", text)
	}
}
