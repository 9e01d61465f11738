"""A log: leaves, roots and proofs (RFC 6962), its checkpoint (a C2SP note), its hash tiles."""

import hashlib
import re
import unicodedata

from encoding import expect, from_base64
from signatures import verify

NOTE_CHARACTERS_MAX, NOTE_SIGNATURES_MAX, LOG_SIZE_MAX = 2048, 16, 2**40
TILE_WIDTH = 256
ORIGIN = r"covisa/([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])/(0|[1-9]\d{0,9})"
CHECKPOINT = re.compile(ORIGIN + r"\n(0|[1-9]\d{0,15})\n(.*)\n", re.ASCII)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf_hash(line):
    return sha256(b"\x00", line)


def node_hash(left, right):
    return sha256(b"\x01", left, right)


def split_size(size):
    """The largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)


def tree_root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256()
    middle = split_size(len(leaves))
    return node_hash(tree_root(leaves[:middle]), tree_root(leaves[middle:]))


def path_to(index, size, end=lambda low, high: high - low == 1):
    """From the subtree where `end` says so up to the root: whether the sibling is on the left."""
    low, high, turns = 0, size, []
    while not end(low, high):
        middle = low + split_size(high - low)
        turns.append(index >= middle)
        low, high = (middle, high) if index >= middle else (low, middle)
    return turns[::-1]


def are_hashes(*values):
    return all(len(value) == 32 for value in values)


def verify_inclusion(index, size, leaf, proof, root):
    if not 0 <= index < size or not are_hashes(leaf, root, *proof):
        return False
    turns = path_to(index, size)
    for on_left, sibling in zip(turns, proof):
        leaf = node_hash(sibling, leaf) if on_left else node_hash(leaf, sibling)
    return len(proof) == len(turns) and leaf == root


def verify_consistency(old_size, old_root, new_size, new_root, proof):
    """Decision 0002: the proof starts with its seed, and gives both roots by itself."""
    if not 0 <= old_size <= new_size or not are_hashes(old_root, new_root, *proof):
        return False
    if old_size == 0 and old_root != sha256():
        return False
    if old_size in (0, new_size):
        return not proof and (old_size != new_size or old_root == new_root)
    turns = path_to(old_size - 1, new_size, lambda low, high: high == old_size)
    if len(proof) != len(turns) + 1:
        return False
    old = new = proof[0]
    for on_left, sibling in zip(turns, proof[1:]):
        old = node_hash(sibling, old) if on_left else old
        new = node_hash(sibling, new) if on_left else node_hash(new, sibling)
    return (old, new) == (old_root, new_root)


def parse_note(note):
    """The text and the (name, key id, signature) of each line; nothing is verified."""
    bad = any(ord(one) < 32 and one != "\n" or 0xD800 <= ord(one) < 0xE000 for one in note)
    expect(len(note) <= NOTE_CHARACTERS_MAX and not bad, "NOTE_INVALID")
    end = note.rfind("\n\n")
    expect(end > 0 and note.endswith("\n"), "NOTE_INVALID")
    lines = note[end + 2 : -1].split("\n")
    expect(len(lines) <= NOTE_SIGNATURES_MAX, "NOTE_INVALID")
    return note[: end + 1], [parse_signature_line(line) for line in lines]


def parse_signature_line(line):
    parts = line.split(" ")
    expect(len(parts) == 3 and parts[0] == "—", "NOTE_INVALID")
    _, name, blob = parts
    odd = any(one.isspace() or one == "+" or unicodedata.category(one) == "Cc" for one in name)
    data = from_base64(blob)
    expect(name and not odd and data is not None and len(data) >= 5, "NOTE_INVALID")  # NOTE-1
    return name, data[:4], data[4:]


def read_checkpoint(note, log_key):
    """Space, incarnation, size and root of a checkpoint that the log key signed."""
    code = "CHECKPOINT_INVALID"
    text, signatures = parse_note(note)
    match = CHECKPOINT.fullmatch(text)  # CHECKPOINT-1
    expect(match, code)
    space, incarnation, size, root = match.groups()
    expect(int(incarnation) < 2**32 and int(size) <= LOG_SIZE_MAX, code)
    root = from_base64(root)
    expect(root is not None and len(root) == 32 and len(signatures) == 1, code)
    name, key_id, signature = signatures[0]
    expect(name == f"covisa/{space}/{incarnation}", code)  # CHECKPOINT-2
    expect(key_id == sha256(f"{name}\n".encode(), b"\x01", log_key)[:4], code)  # NOTE-2
    expect(verify(log_key, text.encode(), signature), code)
    return {"space": space, "incarnation": int(incarnation), "size": int(size), "root": root}


def tile_names(size):
    """Each tile of a log: level, index, width, and the name that tlog-tiles gives it."""
    level, count = 0, size
    while count > 0:
        for index in range(-(-count // TILE_WIDTH)):
            width = min(TILE_WIDTH, count - index * TILE_WIDTH)
            digits = f"{index:03d}"
            digits = digits.zfill(-(-len(digits) // 3) * 3)
            groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
            path = "/".join([f"x{group}" for group in groups[:-1]] + groups[-1:])
            yield level, width, f"tile/{level}/{path}" + (f".p/{width}" if width < 256 else "")
        level, count = level + 1, count // TILE_WIDTH


def root_from_tiles(size, tile):
    """The root of a log and its leaves. `tile` gives a tile's bytes by its name, or None."""
    levels = {}
    for level, width, name in tile_names(size):
        data = tile(name)
        expect(data is not None and len(data) == 32 * width, "PROOF_INVALID")
        levels.setdefault(level, []).extend(data[at : at + 32] for at in range(0, len(data), 32))
    for level, hashes in levels.items():  # each hash of a level is the root of a full tile below
        for index, one in enumerate(hashes if level > 0 else []):
            below = levels[level - 1][index * TILE_WIDTH : (index + 1) * TILE_WIDTH]
            expect(tree_root(below) == one, "PROOF_INVALID")
    return tree_root(levels.get(0, [])), levels.get(0, [])


def log_from_tiles(note, log_key, tile):
    """Size and root, and the leaves, of the log whose tiles hash to its signed checkpoint."""
    checkpoint = read_checkpoint(note, log_key)
    root, leaves = root_from_tiles(checkpoint["size"], tile)
    expect(root == checkpoint["root"], "PROOF_INVALID")
    return {"size": checkpoint["size"], "root": root}, leaves


def stamp_marker(number, k):
    expect(0 <= k < 2**32, "SHAPE_INVALID")
    return sha256(b"covisa/stamp/1", number, k.to_bytes(4, "big"))[:16]  # STAMP-1
