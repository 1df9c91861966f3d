"""How much a calendar may ask of this machine; the reasons given to the runner say these numbers."""

MIB = 2**20

# Ten years of a busy office calendar take 5 to 10 MiB.
FILE_BYTES = 20 * MIB
# Of them only what repeats or lies in the weeks asked for is parsed, at 0.3 ms each.
EVENTS = 5_000
OCCURRENCES = 5_000
REPEATING = 2_000
# An alarm in an event in a calendar makes three.
DEPTH = 10
# A rule with a number of times has to be counted from its beginning.
COUNTED_YEARS = 10
COUNTED_DAYS = 1_000_000  # of all such rules together; 5 microseconds each
ZONES = 200
ROWS = 5_000
