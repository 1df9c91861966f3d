"""An import's files by what came of them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from backstride.web.models import Import

WHATS = ("new", "better", "completed", "same", "known", "left_out")


@dataclass(frozen=True)
class FileTold:
    """A file: its name, when its run was and how far (m), and what there is to say of it."""

    name: str
    start: datetime | None
    distance_m: float | None
    note: str


def counts(source: Import) -> list[tuple[str, str, int]]:
    """What came of the files: an id, its words, how many; what nothing came to is passed over."""
    words = {
        "new": _("New runs"),
        "better": _("Replaced by a better record"),
        "completed": _("Completed by another record"),
        "same": _("Further records of the same runs"),
        "known": _("Known already"),
        "left_out": _("Left out"),
    }
    found = {what: len(source.changes.get(what, ())) for what in WHATS}
    found["left_out"] = source.left_out.count()
    return [(what, words[what], found[what]) for what in WHATS if found[what]]


def files_told(source: Import, what: str) -> list[FileTold]:
    """The files of which that came."""
    if what == "left_out":
        return [FileTold(item.name, None, None, item.reason) for item in source.left_out.all()]
    items = source.changes.get(what, ())
    return [_told(what, item) for item in sorted(items, key=lambda i: i.get("start") or "", reverse=True)]


def _told(what: str, item: dict[str, object]) -> FileTold:
    start, metres, other = item.get("start"), item.get("distance_m"), item.get("other")
    notes = {"better": _("before: %(name)s"), "same": _("what counts: %(name)s")}
    return FileTold(
        name=str(item["name"]),
        start=datetime.fromisoformat(str(start)) if start else None,
        distance_m=float(metres) if isinstance(metres, (int, float)) else None,
        note=notes[what] % {"name": other} if what in notes and other else "",
    )
