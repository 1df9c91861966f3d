"""The files of an import, read one after another into rows."""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from backstride.runs.activity import LeftOut
from backstride.runs.read.contents import Met
from backstride.runs.read.follow import follow
from backstride.runs.read.job import Job
from backstride.runs.read.plan import plan_named
from backstride.web import clock
from backstride.web.keeping.contents import digest_of, keep, known_to
from backstride.web.keeping.names import shown_name
from backstride.web.models import Import

BATCH = 16  # contents in a transaction: what a crash may cost
TELL_S = 0.5


@dataclass(frozen=True, slots=True)
class Read:
    """What an import met: contents as (name, digest), and what was refused before it was one, with why."""

    met: tuple[tuple[str, str], ...]
    refused: tuple[LeftOut, ...]


def read_files(source: Import) -> Read:
    """Reads an import's files and keeps what is new, a batch at a time; its row tells how far it is."""
    files = [(Path(given.file.content.path), given.name) for given in source.given.select_related("file")]
    planned = list(plan_named(files))
    refused = [item for item in planned if isinstance(item, LeftOut)]
    met: list[tuple[str, str]] = []
    batch: list[Met] = []
    jobs = [item for item in planned if isinstance(item, Job)]
    # One worker: this is a thread of the server at home, where no further processes can be started.
    with closing(follow(jobs, progress=_teller(source), workers=1, keys=known_to(source.runner))) as outcomes:
        for _, outcome in outcomes:
            named = {(item.name, item.reason) for item in outcome.met}
            refused += [item for item in outcome.left_out if (item.source, item.reason) not in named]
            met += [(shown_name(item.name, 400), digest_of(item.key)) for item in outcome.met]
            batch += outcome.met
            if len(batch) >= BATCH:
                keep(source, batch)
                batch = []
    keep(source, batch)
    return Read(tuple(met), tuple(refused))


def _teller(source: Import) -> Callable[[int, int], None]:
    """Writes down how far it is, at most some times a second."""
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        if done == total or time.monotonic() - last >= TELL_S:
            last = time.monotonic()
            Import.objects.filter(pk=source.pk).update(done=done, total=total, moved_at=clock.now())

    return tell
