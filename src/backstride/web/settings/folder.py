"""The folder on the runner's own machine that holds their data, and the secret in it."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key
from platformdirs import user_data_path


def data_folder() -> Path:
    """`BACKSTRIDE_DATA`, else the user's data folder; made with access for its owner alone."""
    named = os.environ.get("BACKSTRIDE_DATA")
    folder = Path(named).expanduser() if named else user_data_path("backstride", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The key that signs cookies and links: made once, readable by its owner alone."""
    file = folder / "secret"
    try:
        return file.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        pass
    key = get_random_secret_key()
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another start was quicker
        return file.read_text(encoding="utf-8").strip()
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(key)
    return key
