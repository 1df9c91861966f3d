"""FIT bytes to messages: the fast decoder first, the tolerant one for what is broken."""

import warnings
from collections.abc import Iterator
from typing import Any

from pyfitparsernative import parse_fit_bytes

from backstride.runs.read import limits
from backstride.runs.read.fit_records import Records, records_of
from backstride.runs.read.fit_scan import scan
from backstride.runs.read.fit_sieve import sieve
from backstride.runs.read.unreadable import Unreadable

Message = dict[str, Any]
_WANTED = frozenset({"file_id", "sport", "session", "activity", "lap", "record"})


def messages_of(data: bytes) -> tuple[list[Message], Records, list[str]]:
    """The messages that tell of activities, each with its `message_type`; the records; what was lost.

    Raises Unreadable where nothing can be saved or where decoding would take too much memory.
    """
    if b".FIT" not in data[8:12]:
        raise Unreadable("not a FIT file inside")
    before = scan(data, limits.FIT_VALUES)
    if before.values > limits.FIT_VALUES:
        raise Unreadable(f"holds more than {limits.FIT_VALUES:,} values, which is no activity")
    sieved = None if before.unknown_type else sieve(data)
    if sieved is not None and scan(sieved[0], limits.FIT_DECODED).values <= limits.FIT_DECODED:
        messages, refusal = _decoded(sieved[0])
        if refusal is None:
            return messages, sieved[1], []
    if before.values > limits.FIT_DECODED:
        raise Unreadable(f"holds more than {limits.FIT_DECODED:,} values, and not as watches write records")
    if before.unknown_type:
        return _salvage(data, "a field of an unknown type")  # the fast decoder panics at it
    messages, refusal = _decoded(data)
    return (messages, records_of(messages), []) if refusal is None else _salvage(data, refusal)


def _decoded(data: bytes) -> tuple[list[Message], str | None]:
    """The fast decoder's messages, or why it refuses."""
    try:
        return [m for m in parse_fit_bytes(data) if m.get("message_type") in _WANTED], None
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as refusal:  # a panic of compiled code is no Exception
        return [], _plain(refusal)


def _salvage(data: bytes, why: str) -> tuple[list[Message], Records, list[str]]:
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
    records = records_of(saved)
    return saved, records, [f"broken FIT ({why}): {len(records)} records saved"]


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
