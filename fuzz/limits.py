"""What an input may cost at most; the memory is that of the whole process, the fuzzer's own included."""

MOST_SECONDS = 10
MOST_MB = 500

# Measuring what code is reached makes a process grow by some 3 KB an input, whatever the reader does: it is
# renewed, so that this growth is not taken for the reader's.
RENEW_MB = 200
