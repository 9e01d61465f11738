"""The adapter of spec/vectors: one JSON object a line on stdin, one a line on stdout."""

import json
import re
import sys

import log
from encoding import Refused, expect, from_base64url, to_base64url
from presentation import PURPOSES, verify_presentation
from signatures import verify


def of_length(length):
    return lambda value: from_base64url(value, length)


def of_kind(kind):
    def read(value):
        expect(type(value) is kind, "SHAPE_INVALID")
        return value

    return read


def count(value):
    expect(type(value) is int and value >= 0, "SHAPE_INVALID")
    return value


def space_id(value):
    expect(SPACE_ID.fullmatch(of_kind(str)(value)), "SHAPE_INVALID")
    return from_base64url(value)


def purpose(value):
    expect(value in PURPOSES, "SHAPE_INVALID")
    return value


def hashes(values):
    return [from_base64url(one) for one in of_kind(list)(values)]


def full_hashes(values):
    return [from_base64url(one, 32) for one in of_kind(list)(values)]


def optional(read):
    return lambda value: None if value is None else read(value)


def tiles(values):
    return {name: from_base64url(one) for name, one in of_kind(dict)(values).items()}


SPACE_ID = re.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
text, some = of_kind(str), of_length(None)
presented = {"token": text, "home": space_id, "issuingKey": some, "host": optional(space_id)}
presented |= {"purpose": purpose, "instant": count, "revokedBefore": optional(count)}
included = {"index": count, "size": count, "leaf": some, "proof": hashes, "root": some}
extended = {"oldSize": count, "oldRoot": some, "newSize": count, "newRoot": some}
signed = {"publicKey": some, "message": some, "signature": some}

# Each operation: how its input's members are read, in the order of the function's parameters.
OPERATIONS = {
    "verify-presentation": (presented, verify_presentation),
    "read-checkpoint": ({"note": text, "logKey": some}, log.read_checkpoint),
    "verify-inclusion": (included, lambda *parts: {"holds": log.verify_inclusion(*parts)}),
    "verify-consistency": (
        extended | {"proof": hashes},
        lambda *parts: {"holds": log.verify_consistency(*parts)},
    ),
    "log-from-tiles": (
        {"note": text, "logKey": some, "tiles": tiles},
        lambda note, log_key, held: log.log_from_tiles(note, log_key, held.get)[0],
    ),
    "tree-root": ({"leaves": full_hashes}, lambda leaves: {"root": log.tree_root(leaves)}),
    "leaf-hash": ({"line": text}, lambda line: {"hash": log.leaf_hash(line.encode())}),
    "stamp-marker": (
        {"visaNumber": of_length(16), "k": count},
        lambda visa_number, k: {"marker": log.stamp_marker(visa_number, k)},
    ),
    "ed25519-verify": (signed, lambda *parts: {"valid": verify(*parts)}),
}


def answer(request):
    if request["operation"] not in OPERATIONS:
        return {"unsupported": True}
    readers, run = OPERATIONS[request["operation"]]
    given = request["input"]
    try:
        found = run(*(read(given.get(name)) for name, read in readers.items()))
    except Refused as refused:
        return {"error": refused.code}
    shown = {k: to_base64url(v) if isinstance(v, bytes) else v for k, v in found.items()}
    return {"ok": shown}


if __name__ == "__main__":
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps({"id": request["id"]} | answer(request)), flush=True)
