"""Pages of counselling: find, check, one action, answer."""
