"""How much a file may ask of this machine, and why; the reasons given to the runner say these numbers."""

from datetime import UTC, datetime

KIB, MIB, GIB = 2**10, 2**20, 2**30

# A day and a half at one point a second with every extension is near 60 MiB of XML; twice that is no run.
FILE_BYTES = 128 * MIB
# An account's whole export, photos left aside; only the members that are activities are read.
ZIP_FILE_BYTES = GIB
# What one packed member may become.
MEMBER_BYTES = FILE_BYTES
# Ten years of a run a day at two MiB each, an hour of XML; give larger exports in parts.
ARCHIVE_BYTES = 8 * GIB
MEMBERS = 20_000
# XML of a watch packs 10 to 30 times, deflate's bound is 1032: a member beyond 200 is built, not recorded.
RATIO = 200
# Small members may pack as they like.
RATIO_FREE_BYTES = MIB
# An export may keep its recordings in zips inside it, as Garmin's does: those larger than this are read where
# they stand, not first into memory.
INNER_ZIP_BYTES = 32 * MIB
# A zip in the zip that was given, and one in that.
ZIP_DEPTH = 2
# The directory of 20,000 members takes 2 to 4 MiB; a larger one is refused before it is held in memory.
ZIP_DIRECTORY_BYTES = 16 * MIB

# Few bytes of XML can open much: a day's laps and tracks are hundreds, watches nest ten deep, tags are short.
XML_PARTS = 100_000
XML_DEPTH = 200
XML_TAG_BYTES = MIB

# 40 hours at one full record a second; records as watches write them are read as columns, a few bytes each.
FIT_VALUES = 4_000_000
# What else has to be decoded takes 230 to 285 bytes a value, as measured: this many stay below 500 MB.
FIT_DECODED = 1_500_000
# The tolerant decoder is over ten times slower, as measured: 8 MiB take it about a quarter of a minute.
FIT_SALVAGE_BYTES = 8 * MIB

# Before this day no watch wrote these files; clocks never set say 1989 or 1990.
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
# The longest foot races last six days; more is a stuck clock.
LONGEST_S = 6 * 86_400.0
# Nobody has run much farther in six days, and a scenario takes no more.
FARTHEST_M = 1_000_000.0


def size(count: float) -> str:
    """Bytes in words, "2 GiB"."""
    for unit, name in ((GIB, "GiB"), (MIB, "MiB"), (KIB, "KiB")):
        if count >= unit:
            return f"{count / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{count:.0f} bytes"
