"""Names in any script and spelling: keys to search by, likeness to rank and to warn by.

A name is kept as it was given. Beside it stand a transliteration (`search_text`), a sound
skeleton that is the same for Mohammed, Muhammet and محمد (`skeletons`), and a sort key. Pure
functions, no tables. Not here: the query itself (`clients.queries`).
"""

from geleit.clients.names.likeness import (
    LIKELY_SAME,
    Likeness,
    Reason,
    likely_same,
    likeness,
    typed_likeness,
)
from geleit.clients.names.stored import (
    StoredKeys,
    romanise,
    search_text,
    skeleton,
    skeletons,
    sort_key,
    stored_keys,
)
from geleit.clients.names.typed import QueryBirth, QueryWord, QueryWords, prefix_keys

__all__ = [
    "LIKELY_SAME",
    "Likeness",
    "QueryBirth",
    "QueryWord",
    "QueryWords",
    "Reason",
    "StoredKeys",
    "likely_same",
    "likeness",
    "prefix_keys",
    "romanise",
    "search_text",
    "skeleton",
    "skeletons",
    "sort_key",
    "stored_keys",
    "typed_likeness",
]
