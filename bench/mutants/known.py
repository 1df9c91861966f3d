"""The survivors that are known, each with the reason why no test can or need see it."""

from pathlib import Path

import yaml

FILE = Path(__file__).with_name("survivors.yaml")


def known() -> dict[str, str]:
    """The reason of each known survivor by its name. Raises ValueError for one without a reason."""
    entries = yaml.safe_load(FILE.read_text(encoding="utf-8")) or []
    found = {name: str(entry["because"]) for entry in entries for name in entry["mutants"]}
    bare = [name for name, because in found.items() if not because.strip()]
    if bare:
        raise ValueError(f"no reason: {', '.join(bare)}")
    return found
