"""What an authenticator app on a phone computes: RFC 6238 with six digits every 30 seconds."""

import base64
import hashlib
import hmac
import time


def code(secret: str, *, steps_ahead: int = 0) -> str:
    """The digits the app shows now for a secret as it is typed in (base 32)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = int(time.time()) // 30 + steps_ahead
    digest = hmac.new(key, counter.to_bytes(8), hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
