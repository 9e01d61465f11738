"""Bytes: base64, base45 (RFC 9285), the CBOR that covisa uses, COSE_Sign1. From spec/encoding.md."""

import base64

import cbor2

BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
CBOR_BYTES_MAX, CBOR_DEPTH_MAX, SAFE_INTEGER_MAX = 2048, 6, 2**53 - 1
BYTES, TEXT, ARRAY, MAP, TAG, SIMPLE = 2, 3, 4, 5, 6, 7
PROTECTED = bytes.fromhex("a10127")


class Refused(Exception):
    """What was read breaks a rule; `code` is one of spec/errors.md."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def expect(condition, code):
    if not condition:
        raise Refused(code)


def to_base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text, length=None):
    """Strict: no padding, unused bits zero."""
    expect(isinstance(text, str), "SHAPE_INVALID")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise Refused("BASE64URL_INVALID") from None
    expect(to_base64url(data) == text, "BASE64URL_INVALID")
    expect(length is None or len(data) == length, "LENGTH_INVALID")
    return data


def from_base64(text):
    """Strict, with padding: as in signed notes. None for another text."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None


def from_base45(text):
    data = bytearray()
    for at in range(0, len(text), 3):
        digits = [BASE45.find(character) for character in text[at : at + 3]]
        expect(len(digits) > 1 and min(digits) >= 0, "BASE45_INVALID")
        value = sum(digit * 45**place for place, digit in enumerate(digits))
        expect(value < 256 ** (len(digits) - 1), "BASE45_INVALID")
        data += value.to_bytes(len(digits) - 1, "big")
    return bytes(data)


class Scan:
    """A walk over CBOR that bounds depth and lengths, and knows the kinds that are used here."""

    def __init__(self, data):
        expect(len(data) <= CBOR_BYTES_MAX, "CBOR_INVALID")
        self.data = data
        self.is_plain = True  # no key twice, and no integer beyond what a double holds
        self.is_deterministic = True  # shortest heads, keys in order
        expect(self.end_of(0, 0) == len(data), "CBOR_INVALID")

    def head(self, at):
        """Major type, value, and the index after the head."""
        expect(at < len(self.data), "CBOR_INVALID")
        major, minor = self.data[at] >> 5, self.data[at] & 31
        if minor < 24:
            return major, minor, at + 1
        expect(minor < 28 and major != SIMPLE, "CBOR_INVALID")
        end = at + 1 + (1 << (minor - 24))
        expect(end <= len(self.data), "CBOR_INVALID")
        value = int.from_bytes(self.data[at + 1 : end], "big")
        self.is_deterministic &= value >= (24 if minor == 24 else 1 << (8 << (minor - 25)))
        return major, value, end

    def end_of(self, at, depth):
        """The index after the item at `at`."""
        expect(depth <= CBOR_DEPTH_MAX, "CBOR_INVALID")
        major, value, end = self.head(at)
        expect(major != TAG and (major != SIMPLE or 20 <= value <= 22), "CBOR_INVALID")
        if major in (BYTES, TEXT):
            expect(value <= len(self.data) - end, "CBOR_INVALID")
            expect(major == BYTES or is_utf8(self.data[end : end + value]), "CBOR_INVALID")
            return end + value
        if major not in (ARRAY, MAP):
            self.is_plain &= value + major <= SAFE_INTEGER_MAX
            return end
        count = value * (2 if major == MAP else 1)
        expect(count <= len(self.data) - end, "CBOR_INVALID")
        keys = []
        for index in range(count):
            start, end = end, self.end_of(end, depth + 1)
            if major == MAP and index % 2 == 0:
                keys.append(self.data[start:end])
        self.check_keys(keys)
        return end

    def check_keys(self, keys):
        expect(all(key[0] >> 5 in (0, 1, TEXT) for key in keys), "CBOR_INVALID")  # CBOR-2
        self.is_plain &= len({cbor2.loads(key) for key in keys}) == len(keys)
        self.is_deterministic &= keys == sorted(keys)


def is_utf8(data):
    try:
        return data.decode() is not None
    except UnicodeDecodeError:
        return False


def parse_cbor(data):
    """CBOR-1: the value of deterministic CBOR."""
    scan = Scan(data)
    expect(scan.is_plain, "CBOR_INVALID")
    expect(scan.is_deterministic, "CBOR_NOT_DETERMINISTIC")
    return cbor2.loads(data)


def split_array(data):
    """The items of a short array, each as the bytes that came."""
    scan = Scan(data)
    major, count, at = scan.head(0)
    expect(major == ARRAY and at == 1, "CBOR_INVALID")
    items = []
    for _ in range(count):
        start, at = at, scan.end_of(at, 1)
        items.append(data[start:at])
    return items


def parse_cose(data):
    """COSE-1: payload and signature of a COSE_Sign1 in its one form."""
    items = split_array(data)
    expect(items[:2] == [cbor2.dumps(PROTECTED), b"\xa0"] and len(items) == 4, "COSE_INVALID")
    payload = parse_cbor(items[2])
    expect(type(payload) is bytes, "COSE_INVALID")
    expect(items[3][:2] == b"\x58\x40", "COSE_INVALID")
    return payload, items[3][2:]


def signed_bytes(payload, external):
    """The Sig_structure of RFC 9052."""
    return cbor2.dumps(["Signature1", PROTECTED, external, payload])
