"""One factory per model: no randomness, no surprise. Call them inside `as_owner()`."""
