"""Invented data to try Geleit with (German: Beispieldaten): a county, a Regierungsbezirk or the whole state.

Follows the published mixes (DOMAIN § 8) and is the same for the same seed and day. Nobody in it exists. Writes through
COPY and as the owner of the tables, past the `actions`: it invents a past of years, which nobody records one by one.

The doors: `loading.load`, `demo_logins`.
"""

from geleit.gateway.demo_data.logins import demo_logins

__all__ = ["demo_logins"]
