"""Single values of decoded FIT messages, which either decoder writes in its own way."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

EPOCH_S = datetime(1989, 12, 31, tzinfo=UTC).timestamp()
_RELATIVE = 0x10000000  # FIT's times below this count from when the watch was switched on


def seconds(value: object) -> float | None:
    """Seconds since 1970 of a FIT time; None for no time."""
    if isinstance(value, int):
        return value + EPOCH_S if 0 < value < _RELATIVE else None  # so the tolerant one
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()


def finite(message: Mapping[str, Any], *names: str) -> float | None:
    """The first finite number under some names."""
    for name in names:
        value: Any = message.get(name)
        if isinstance(value, int | float) and math.isfinite(value):
            return float(value)
    return None


def word(value: object) -> str | None:
    """A name of FIT's profile; a number without a name there says nothing."""
    return value if isinstance(value, str) else None
