"""A presentation: token, visa and proof, and the rules that they keep. From spec/visas.md.

The order of the checks is that of the table under "Token" there.
"""

import datetime
import re
import unicodedata

from encoding import Refused, expect, from_base45, from_base64url, parse_cbor, parse_cose
from encoding import signed_bytes, split_array, to_base64url
from signatures import verify

TOKEN_CHARACTERS_MAX, SECONDS_MAX = 1200, 253_402_300_799
DAY_MIN, DAY_MAX, DAY = 10_957, 375_834, 86_400
EARLY, LATE = 60, 120
PURPOSES = ["visit", "renew", "rekey", "feedback", "complaint", "renumber", "erase"]
TURNS = set(range(0x202A, 0x202F)) | set(range(0x2066, 0x206A))


class Members:
    """The members of one CBOR map, each taken once; what nobody took is refused."""

    def __init__(self, value, code):
        self.code = code
        self.expect(isinstance(value, dict))
        self.left = dict(value)

    def expect(self, condition):
        expect(condition, self.code)

    def take(self, key, kind):
        value = self.left.pop(key, None)
        self.expect(type(value) is kind)
        return value

    def number(self, key, least, most):
        value = self.take(key, int)
        self.expect(least <= value <= most)
        return value

    def bytes(self, key, length):
        value = self.take(key, bytes)
        self.expect(len(value) == length)
        return value

    def flag(self, key):
        """True, or missing: a written false is refused."""
        has = key in self.left
        self.expect(not has or self.left.pop(key) is True)
        return has

    def end(self):
        self.expect(not self.left)


def year_end(day):
    """00:00 UTC of the day a year later; 29 February leads to 1 March."""
    date = datetime.date(1970, 1, 1) + datetime.timedelta(days=day)
    try:
        later = date.replace(year=date.year + 1)
    except ValueError:
        later = datetime.date(date.year + 1, 3, 1)
    return (later - datetime.date(1970, 1, 1)).days * DAY


def is_label(text):
    return text != "" and not any(
        unicodedata.category(one) == "Cc" or ord(one) in TURNS for one in text
    )


def read_holder_key(map_, code):
    confirmation = Members(map_, code)
    key = Members(confirmation.take(1, dict), code)
    key.number(1, 1, 1)
    key.number(-1, 6, 6)
    x = key.bytes(-2, 32)
    key.end()
    confirmation.end()
    return x


def read_visa(payload):
    """The claims, by VISA-1 to VISA-7."""
    code = "VISA_INVALID"
    map_ = Members(parse_cbor(payload), code)
    own = Members(map_.take(-65537, dict), code)
    key = read_holder_key(map_.take(8, dict), code) if 8 in map_.left else None
    static, asks = own.flag(7), own.flag(6)
    own.expect(static == (key is None) and (asks or not static))  # VISA-5
    issuer, number = map_.take(1, str), map_.bytes(7, 16)
    map_.expect(re.fullmatch("[A-Za-z0-9_-]{21}[AQgw]", issuer))  # VISA-1
    issued, expires = map_.number(6, 0, SECONDS_MAX), map_.number(4, 0, SECONDS_MAX)
    first_day, _ = own.number(1, DAY_MIN, DAY_MAX), own.number(2, DAY_MIN, DAY_MAX)
    map_.expect(issued < expires <= year_end(first_day))  # VISA-2, VISA-3
    map_.expect(issued >= (first_day - 1) * DAY)  # VISA-4
    plan = own.take(3, str)
    name = own.take(4, str) if 4 in own.left else None
    own.expect(is_label(plan) and len(plan) <= 16)  # VISA-6
    own.expect(name is None or (is_label(name) and len(name.encode()) <= 24))
    if 5 in own.left:  # VISA-7
        former = own.take(5, list)
        own.expect(not static and 1 <= len(former) <= 3)
        own.expect(all(type(one) is bytes and len(one) == 8 for one in former))
    own.end()
    map_.end()
    claims = {"number": to_base64url(number), "plan": plan, "displayName": name}
    claims |= {"issuedAt": issued, "expiresAt": expires, "static": static}
    return claims, issuer, number, key


def read_proof(payload):
    map_ = Members(parse_cbor(payload), "TOKEN_INVALID")
    purpose = PURPOSES[map_.number(1, 1, len(PURPOSES)) - 1]  # PRES-1
    time = map_.number(2, 0, SECONDS_MAX)
    host = map_.bytes(3, 16) if 3 in map_.left else None
    map_.bytes(4, 8)
    map_.end()
    return purpose, time, host


def verify_presentation(token, home, issuing_key, host, purpose, instant, revoked_before):
    """What the token says, once it keeps all rules. `home` and `host` (or None) have 32 bytes."""
    expect(len(token) <= TOKEN_CHARACTERS_MAX, "TOKEN_TOO_LONG")  # TOKEN-1
    expect(token.startswith("CV1:"), "TOKEN_INVALID")  # TOKEN-2
    items = split_array(from_base45(token[4:]))
    expect(len(items) in (1, 2), "TOKEN_INVALID")
    visa, visa_signature = parse_cose(items[0])
    claims, issuer, number, holder_key = read_visa(visa)
    expect(len(items) == (1 if claims["static"] else 2), "TOKEN_INVALID")  # TOKEN-3
    meant, time, proof = None, None, None
    if not claims["static"]:
        proof, proof_signature = parse_cose(items[1])
        meant, time, bound = read_proof(proof)
        expect(meant == purpose, "PRESENTATION_OTHER_PURPOSE")  # PRES-3
        expect(bound is None or (host and bound == host[:16]), "PRESENTATION_OTHER_HOST")  # PRES-4
        expect(instant >= time - EARLY, "PRESENTATION_FROM_FUTURE")  # PRES-5
        expect(instant <= time + LATE, "PRESENTATION_STALE")  # PRES-6
    elif purpose != "visit":
        raise Refused("VISA_STATIC")  # PRES-2
    expect(from_base64url(issuer) == home[:16], "VISA_INVALID")  # VISA-8
    expect(instant >= claims["issuedAt"] - EARLY, "VISA_NOT_YET_VALID")  # VISA-9
    expect(instant < claims["expiresAt"], "VISA_EXPIRED")  # VISA-10
    is_revoked = revoked_before is not None and claims["issuedAt"] < revoked_before
    expect(not is_revoked, "VISA_REVOKED")  # VISA-11
    message = signed_bytes(visa, b"covisa/visa/1" + home)
    expect(verify(issuing_key, message, visa_signature), "VISA_FORGED")  # VISA-12
    if proof is not None:
        message = signed_bytes(proof, b"covisa/proof/1" + home + number)
        expect(verify(holder_key, message, proof_signature), "PRESENTATION_FORGED")  # PRES-7
    return claims | {"purpose": meant, "time": time}
