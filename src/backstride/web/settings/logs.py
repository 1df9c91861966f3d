"""Logs that tell what went wrong and where, and nothing of whom."""

import logging
import traceback
from typing import Any


class Impersonal(logging.Formatter):
    """A line: time, level, logger, what happened.

    Requests are told by their route, never by their path, which may hold a secret link. Of an exception its
    type and its place in the code are told, not its message, which may hold what a person wrote.
    """

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  (the library's name)
        request = getattr(record, "request", None)
        if request is not None or record.name.startswith(_OF_REQUESTS):
            match = getattr(request, "resolver_match", None)
            route = getattr(match, "route", None)
            where = f"/{route}" if route is not None else "no such address"
            record.message = f"{getattr(record, 'status_code', '')} {where}".strip()
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802
        kind, _error, trace = ei
        frames = traceback.extract_tb(trace)[-6:]
        places = " < ".join(f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in reversed(frames))
        return f"{kind.__name__}: {places}"


_OF_REQUESTS = ("django.request", "django.security", "django.server")


def logging_at(level: str) -> dict[str, object]:
    """Django's LOGGING: everything from a level on to stderr, in such lines."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"impersonal": {"()": Impersonal}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "impersonal"}},
        "root": {"handlers": ["stderr"], "level": level},
        # Django would send whole requests to the administrators, and log each of them by its path.
        "loggers": {
            name: {"handlers": [], "level": level, "propagate": True} for name in ("django", "django.server")
        },
    }
