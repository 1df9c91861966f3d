"""FIT's checksum, CRC-16/ARC, over many bytes at once."""

from functools import cache

import numpy as np
import numpy.typing as npt

_POLYNOMIAL = 0xA001  # 0x8005, lowest bit first
_Table = npt.NDArray[np.uint16]


def crc16(data: bytes) -> int:
    """The checksum of some bytes; 0 for those of a sound file together with the checksum at their end.

    Neighbours are joined pair by pair: the checksum of two pieces is the first one's, moved on over the
    length of the second, with the second one's. Zeros in front change nothing, so any length may be made a
    power of two.
    """
    if not data:
        return 0
    levels = (len(data) - 1).bit_length()
    padded = np.zeros(1 << levels, np.uint8)
    padded[-len(data) :] = np.frombuffer(data, np.uint8)
    sums = _single()[padded]
    for level in range(levels):
        low, high = _moved(level)
        left = sums[0::2]
        sums = low[left & 0xFF] ^ high[left >> 8] ^ sums[1::2]
    return int(sums[0])


@cache
def _single() -> _Table:
    """The checksum of each single byte."""
    table = np.arange(256, dtype=np.uint16)
    for _ in range(8):
        table = np.where(table & 1, (table >> 1) ^ _POLYNOMIAL, table >> 1).astype(np.uint16)
    return table


@cache
def _moved(level: int) -> tuple[_Table, _Table]:
    """What becomes of a checksum's low byte, and of its high byte, over 2**level zeros."""
    if not level:
        return _single(), np.arange(256, dtype=np.uint16)
    before_low, before_high = _moved(level - 1)

    def twice(table: _Table) -> _Table:
        return np.asarray(before_low[table & 0xFF] ^ before_high[table >> 8])

    return twice(before_low), twice(before_high)
