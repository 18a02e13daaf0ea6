"""How large a caseload file may be. Beyond these no list of people lies, only a mistake or an attack."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Each is checked while reading, so that exceeding it costs neither memory nor time."""

    file_bytes: int = 20 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    # Deflate packs zeros 1,000 : 1 and real sheets rarely over 30 : 1. Judged above a size where it matters.
    packing_ratio: int = 250
    ratio_judged_above: int = 10 * MEGABYTE
    entries: int = 2_000
    rows: int = 50_000
    columns: int = 1_000
    # The reader lays a sheet out as a full rectangle, empty cells included.
    rectangle: int = 5_000_000
    # One long text may be shared by many cells and is copied for each of them.
    sheet_text: int = 100_000_000
    merged_ranges: int = 100_000


LIMITS = Limits()
