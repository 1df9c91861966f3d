"""Settings from the environment: read by name, and all that are missing or wrong named in one line."""

import os
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

HELP = "see docs/server.md"


class Environment:
    """Reads variables and remembers what is wrong with them, so that it is told once and whole."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self._variables = os.environ if variables is None else variables
        self.read: list[str] = []
        self.faults: list[str] = []

    def needed(self, name: str, placeholder: str = "") -> str:
        """A value that there has to be; the placeholder stands in until `finish` has said so."""
        value = self.text(name)
        if not value:
            self.faults.append(f"{name} is missing")
        return value or placeholder

    def text(self, name: str, default: str = "") -> str:
        """A value, or the default."""
        self.read.append(name)
        return self._variables.get(name, "").strip() or default

    def words(self, name: str) -> list[str]:
        """Values with commas between them."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def number(self, name: str, default: int) -> int:
        """A whole number of at least 0."""
        value = self.text(name, str(default))
        if not (value.isascii() and value.isdigit()):
            self.faults.append(f"{name} must be a whole number")
            return default
        return int(value)

    def flag(self, name: str, *, default: bool) -> bool:
        """Yes or no."""
        value = self.text(name, "yes" if default else "no").lower()
        if value not in ("yes", "no"):
            self.faults.append(f"{name} must be yes or no")
        return value == "yes"

    def mail(self, name: str) -> dict[str, object]:
        """Django's e-mail settings from `smtp+tls://user:password@host:587`; empty where it is missing."""
        value = self.needed(name)
        parts = urlsplit(value)
        try:
            port = parts.port
        except ValueError:
            port = -1
        if value and (parts.scheme not in _PORTS or not parts.hostname or port == -1):
            self.faults.append(f"{name} must be like smtp+tls://user:password@host:587")
        if self.faults or not value:
            return {}
        return {
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": port or _PORTS[parts.scheme],
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
            "EMAIL_USE_SSL": parts.scheme == "smtp+ssl",
            "EMAIL_TIMEOUT": 20,
        }

    def finish(self) -> None:
        """Ends the start, with one line for the person who starts the server, where anything is wrong."""
        if self.faults:
            raise SystemExit(f"Backstride cannot start: {'; '.join(self.faults)} ({HELP})")


_PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}
