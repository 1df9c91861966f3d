"""Which readers these are."""

from backstride import __version__

# Raise the last number whenever a reader tells something else of the same bytes: a store reads them again.
EDITION = f"{__version__}/1"
