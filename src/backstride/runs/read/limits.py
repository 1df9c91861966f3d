"""How much a file may ask of this machine, and why; the reasons given to the runner say these numbers."""

from datetime import UTC, datetime

KIB, MIB, GIB = 2**10, 2**20, 2**30

# A day and a half at one point a second with every extension is near 60 MiB of XML; twice that is no run.
FILE_BYTES = 128 * MIB
# An account's whole export, photos left aside; only the members that are activities are read.
ZIP_FILE_BYTES = GIB
# What one packed member may become.
MEMBER_BYTES = FILE_BYTES
# Ten years of daily runs at half a MiB each, ten times over: beyond it unpacking costs minutes for nothing.
ARCHIVE_BYTES = 2 * GIB
MEMBERS = 20_000
# XML of a watch packs 10 to 30 times, deflate's bound is 1032: a member beyond 200 is built, not recorded.
RATIO = 200
# Small members may pack as they like.
RATIO_FREE_BYTES = MIB
# A zip in the zip that was given, and one in that.
ZIP_DEPTH = 2
# The directory of 20,000 members takes 2 to 4 MiB; a larger one is refused before it is held in memory.
ZIP_DIRECTORY_BYTES = 16 * MIB

# Decoded FIT values take about 170 bytes each: 6 million is 60 hours at one full record a second, near 1 GiB.
FIT_VALUES = 6_000_000
# The tolerant decoder is twenty times slower; 8 MiB of records is a minute's work.
FIT_SALVAGE_BYTES = 8 * MIB

# Before this day no watch wrote these files; clocks never set say 1989 or 1990.
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
# The longest foot races last six days; more is a stuck clock.
LONGEST_S = 6 * 86_400.0


def size(count: float) -> str:
    """Bytes in words, "2.0 GiB"."""
    for unit, name in ((GIB, "GiB"), (MIB, "MiB"), (KIB, "KiB")):
        if count >= unit:
            return f"{count / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{count:.0f} bytes"
