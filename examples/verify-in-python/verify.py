"""What holds of a live node: python3 verify.py node http://127.0.0.1:7001"""

import json
import re
import sys
import urllib.request

from encoding import Refused, expect, from_base64url, to_base64url
from log import leaf_hash, log_from_tiles, read_checkpoint, sha256
from signatures import verify

ANSWER_BYTES_MAX, SECONDS, ENTRY_DEPTH_MAX = 1 << 20, 20, 32
KEYS = ["log", "witness", "peer", "box"]


def get(url):
    with urllib.request.urlopen(url, timeout=SECONDS) as response:
        return response.read(ANSWER_BYTES_MAX)


def whole(value):
    """A whole number: 1, 1.0 and 1e0 are the same one."""
    expect(type(value) in (int, float) and float(value).is_integer(), "SHAPE_INVALID")
    return int(value)


def depth_of(text):
    """How deep objects and lists stand in each other, by the brackets outside of texts."""
    depth = deepest = 0
    for bracket in re.findall(r"[][{}]", re.sub(r'"(?:[^"\\]|\\.)*"', "", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def read_opening(line, kind):
    """The first entry of an incarnation: its type, version 1, and keys of 32 bytes."""
    code = "ENTRY_INVALID"
    try:
        text = line.decode()
        expect(depth_of(text) <= ENTRY_DEPTH_MAX, code)  # LOG-11
        entry = json.loads(text)
    except ValueError:
        raise Refused(code) from None
    expect(isinstance(entry, dict) and entry.get("type") == kind, code)
    expect(whole(entry.get("version")) == 1, code)
    for name in KEYS + ["recovery"]:
        from_base64url(entry.get(name), 32)
    return entry


def check_resume(entry, space, incarnation, recovery):
    """RESUME-1 to RESUME-3: the recovery key of the incarnation before signs the new keys."""
    code = "RESUME_INVALID"
    expect(entry.get("space") == space and whole(entry.get("incarnation")) == incarnation, code)
    key = from_base64url(entry.get("recoveryKey"), 32)
    expect(to_base64url(sha256(key)) == recovery, code)  # KEYS-2
    previous = entry.get("previous")
    expect(isinstance(previous, dict), code)
    size, time = whole(previous.get("size")), whole(entry.get("time"))
    expect(1 <= size <= 2**40 and 0 <= time <= 253_402_300_799, code)
    message = b"covisa/resume/1\n" + from_base64url(space, 32) + incarnation.to_bytes(4, "big")
    message += size.to_bytes(8, "big") + from_base64url(previous.get("root"), 32)
    message += b"".join(from_base64url(entry[name], 32) for name in KEYS + ["recovery"])
    message += time.to_bytes(8, "big")
    expect(verify(key, message, from_base64url(entry.get("signature"), 64)), code)


def check_openings(said):
    """LOG-5, LOG-10: the first entries of all incarnations lead to the keys that hold now."""
    space, lines = said.get("space"), [said.get("inception"), *said.get("resumes", [])]
    lines = [from_base64url(line) for line in lines]
    expect(to_base64url(sha256(lines[0])) == space, "ENTRY_INVALID")
    opening = read_opening(lines[0], "inception")
    for incarnation, line in enumerate(lines[1:], 1):
        recovery, opening = opening["recovery"], read_opening(line, "resume")
        check_resume(opening, space, incarnation, recovery)
    expect(said.get("incarnation") == len(lines) - 1, "ENTRY_INVALID")
    return lines[-1], from_base64url(opening["log"], 32)


def check_node(url):
    """Says each thing that holds. Raises Refused at the first that does not."""
    base = url.rstrip("/")
    said = json.loads(get(f"{base}/.well-known/covisa"))
    expect(isinstance(said, dict) and said.get("covisa") == 1, "PEER_ANSWER_INVALID")
    line, log_key = check_openings(said)
    yield f"space {said['space']}: the id is the hash of its inception"
    yield f"incarnation {said['incarnation']}: the openings lead to its log key"
    note = get(f"{base}/covisa/v1/log/checkpoint").decode()
    found = read_checkpoint(note, log_key)
    is_own = (found["space"], found["incarnation"]) == (said["space"], said["incarnation"])
    expect(is_own and found["size"] > 0, "CHECKPOINT_INVALID")
    yield f"checkpoint: the log key signed size {found['size']}"
    _, leaves = log_from_tiles(note, log_key, lambda name: get(f"{base}/covisa/v1/log/{name}"))
    yield f"tiles: {len(leaves)} leaves hash to the root {to_base64url(found['root'])}"
    expect(leaves[0] == leaf_hash(line), "PROOF_INVALID")
    yield "opening: it is the first leaf"


def main(arguments):
    if len(arguments) != 2 or arguments[0] != "node":
        print(__doc__, file=sys.stderr)
        return 2
    try:
        for sentence in check_node(arguments[1]):
            print(f"holds  {sentence}", flush=True)
    except (Refused, OSError, ValueError) as error:
        print(f"FAILS  {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
