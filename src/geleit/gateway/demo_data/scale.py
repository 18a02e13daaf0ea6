"""How much is invented: one county, a Regierungsbezirk or the whole state."""

import datetime as dt
from dataclasses import dataclass

# The programme's first talks; published totals count from then (DOMAIN § 1.1).
FIRST_DAY = dt.date(2017, 6, 1)
# Before, there would be too little past for a single counselling period.
EARLIEST_TODAY = dt.date(2018, 6, 1)

# The county of the demo log-ins, with the published size of Waldshut (DOMAIN § 8).
DEMO_COUNTY = "08337"
DEMO_COUNSELLORS = 17
# Three in ten of all ever counselled there are being counselled now: 1,230 people, as in Waldshut.
DEMO_CLIENTS = 3_820
DEMO_TALKS_A_YEAR = 7_048


@dataclass(frozen=True)
class Scale:
    """What is asked for: counties by the beginning of their key, and how many of everything."""

    name: str
    counties: str
    counsellors: int
    clients: int
    talks: int

    def talks_until(self, today: dt.date) -> int:
        """All talks of the load; the county's grow with the days, the others' are the published sum."""
        if self.talks:
            return self.talks
        return round(DEMO_TALKS_A_YEAR * (today - FIRST_DAY).days / 365.25)


SCALES = {
    scale.name: scale
    for scale in (
        Scale("county", DEMO_COUNTY, DEMO_COUNSELLORS, DEMO_CLIENTS, 0),
        Scale("region", "083", 300, 45_000, 812_500),
        Scale("state", "08", 1_200, 180_000, 3_250_000),
    )
}
