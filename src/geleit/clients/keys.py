"""What is stored beside a name so that it can be found and sorted. Written by `actions`, read by `queries`."""

import re

from geleit.clients import names

# A longer key sorts nothing further; the column holds no more.
SORT_KEY_LENGTH = 250
# Fewer digits are a house number or a slip, no phone number.
SHORTEST_PHONE = 5

# A stroke stands between two numbers, or after the area code of one.
_BETWEEN_NUMBERS = re.compile(r"[,;|]|/(?=\s*[+0])|\bod(?:er)?\b|\bund\b")
_COUNTRY_CODE = re.compile(r"^(?:\+|00)49")


def client_keys(
    *, given_name: str, family_name: str, also_known_as: str, phone: str
) -> dict[str, str]:
    """The stored columns of a client: `search_text`, `search_keys`, `sort_key`.

    Every word stands between two spaces, so that a whole word can be told from a beginning.
    """
    keys = names.stored_keys(given_name, family_name, also_known_as)
    numbers = "".join(f" {number}" for number in phone_digits(phone))
    return {
        "search_text": f"{keys.search_text}{numbers} ",
        "search_keys": f"{keys.skeletons} ",
        "sort_key": keys.sort_key[:SORT_KEY_LENGTH],
    }


def household_keys(*, name: str) -> dict[str, str]:
    """The stored columns of a household: `search_text`, `search_keys`."""
    keys = names.stored_keys("", name)
    return {"search_text": f"{keys.search_text} ", "search_keys": f"{keys.skeletons} "}


def phone_digits(text: str) -> list[str]:
    """The phone numbers of a field as digits, as they are dialled inside the country."""
    numbers = []
    for part in _BETWEEN_NUMBERS.split(text):
        sign = "+" if part.strip().startswith("+") else ""
        digits = sign + "".join(c for c in part if c.isdecimal() and c.isascii())
        digits = _COUNTRY_CODE.sub("0", digits).lstrip("+")
        if len(digits) >= SHORTEST_PHONE:
            numbers.append(digits)
    return numbers
