"""Remembering small vocabularies in the process for some minutes, so that pages do not ask for them each time."""

import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Args = ParamSpec("Args")
Result = TypeVar("Result")

MINUTES = 5


def remembered(function: Callable[Args, Result]) -> Callable[Args, Result]:
    """Answer from memory for five minutes. Only for what is the same for everybody and has hashable arguments."""
    kept: dict[object, tuple[float, Result]] = {}

    @wraps(function)
    def remember(*args: Args.args, **kwargs: Args.kwargs) -> Result:
        key = (args, tuple(sorted(kwargs.items())))
        known = kept.get(key)
        if known and time.monotonic() - known[0] < MINUTES * 60:
            return known[1]
        result = function(*args, **kwargs)
        kept[key] = (time.monotonic(), result)
        return result

    return remember
