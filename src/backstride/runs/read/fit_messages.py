"""FIT bytes to messages: the fast decoder first, the tolerant one for what is broken."""

import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from pyfitparsernative import parse_fit_bytes

from backstride.runs.read import limits
from backstride.runs.read.fit_scan import scan
from backstride.runs.read.unreadable import Unreadable

Message = dict[str, Any]
_EPOCH_S = datetime(1989, 12, 31, tzinfo=UTC).timestamp()
_RELATIVE = 0x10000000  # FIT's times below this count from when the watch was switched on
_WANTED = frozenset({"file_id", "sport", "session", "activity", "lap", "record"})


def messages_of(data: bytes) -> tuple[list[Message], list[str]]:
    """The messages that tell of activities, each with its `message_type`, and notes of what was lost.

    Raises Unreadable where nothing can be saved or where decoding would take too much memory.
    """
    if b".FIT" not in data[8:12]:
        raise Unreadable("not a FIT file inside")
    before = scan(data, limits.FIT_VALUES)
    if before.values > limits.FIT_VALUES:
        raise Unreadable(f"holds more than {limits.FIT_VALUES:,} values, which is no activity")
    if before.unknown_type:
        return _salvage(data, "a field of an unknown type")  # the fast decoder panics at it
    try:
        return [m for m in parse_fit_bytes(data) if m.get("message_type") in _WANTED], []
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as refusal:  # a panic of compiled code is no Exception
        return _salvage(data, _plain(refusal))


def seconds(value: object) -> float | None:
    """Seconds since 1970 of a FIT time, which either decoder writes in its own way; None for no time."""
    if isinstance(value, int):
        return value + _EPOCH_S if 0 < value < _RELATIVE else None  # so the tolerant one
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()


def _salvage(data: bytes, why: str) -> tuple[list[Message], list[str]]:
    if len(data) > limits.FIT_SALVAGE_BYTES:
        raise Unreadable(f"broken FIT ({why}), and too large to mend ({limits.size(len(data))})")
    saved: list[Message] = []
    fault = ""
    try:
        for message in _frames(data):
            saved.append(message)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except Exception as error:
        fault = _plain(error)
    if not saved:
        raise Unreadable(f"broken FIT: {fault or why}")
    records = Counter(m["message_type"] for m in saved)["record"]
    return saved, [f"broken FIT ({why}): {records} records saved"]


def _frames(data: bytes) -> Iterator[Message]:
    import fitdecode  # slow to import and seldom needed

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the decoder warns of each oddity that it tolerates
        reader = fitdecode.FitReader(
            data, check_crc=fitdecode.CrcCheck.DISABLED, error_handling=fitdecode.ErrorHandling.IGNORE
        )
        for frame in reader:
            if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name in _WANTED:
                yield {f.name: f.value for f in frame.fields if f.value is not None} | {
                    "message_type": frame.name
                }


def _plain(error: BaseException) -> str:
    text = " ".join(str(error).split()).removeprefix("failed to decode FIT data: ")
    return text[:120] or type(error).__name__
