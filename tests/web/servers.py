"""A server's environment for the tests, and its settings read in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def variables(folder: Path, **changes: str | None) -> dict[str, str]:
    """A whole environment; `NAME=None` leaves one out."""
    told: dict[str, str | None] = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "backstride.web.settings.server",
        "BACKSTRIDE_SECRET_KEY": "Zk3vT8qL0xW5nR2bY7cM4dF9gH1jK6pSaEiOuQwXzVtNmBrLpGh-",
        "BACKSTRIDE_HOSTS": "care.example.org",
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "BACKSTRIDE_FILES": str(folder / "files"),
        "BACKSTRIDE_MAIL_URL": "smtp+tls://me%40example.org:pass%2Fword@mail.example.org:2525",
        "BACKSTRIDE_MAIL_FROM": "care@example.org",
        **changes,
    }
    return {name: value for name, value in told.items() if value is not None}


def python(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python in that environment alone."""
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
