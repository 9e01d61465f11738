"""Ed25519 by covisa's one rule, CRYPTO-1 to CRYPTO-7."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
Y8 = int.from_bytes(
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"
)
# The y of the eight points of small order, as they may be written in 255 bits.
SMALL_ORDER = {0, 1, P - 1, P, P + 1, Y8, P - Y8}


def y_of(point):
    return int.from_bytes(point, "little") % 2**255


def verify(public_key, message, signature):
    if len(public_key) != 32 or len(signature) != 64:  # CRYPTO-1, CRYPTO-2
        return False
    if int.from_bytes(signature[32:], "little") >= L:  # CRYPTO-3
        return False
    if y_of(public_key) >= P or y_of(public_key) in SMALL_ORDER:  # CRYPTO-4, CRYPTO-5
        return False
    if y_of(signature[:32]) in SMALL_ORDER:  # CRYPTO-6
        return False
    try:  # CRYPTO-7: OpenSSL computes R without the cofactor and compares its bytes.
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
