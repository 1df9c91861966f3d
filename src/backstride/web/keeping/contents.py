"""Contents that were read, as rows; in batches, so that a job that is killed goes on from there."""

import hashlib
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from django.db import transaction

from backstride.runs.activity import Activity
from backstride.runs.read.contents import Key, Met
from backstride.runs.read.edition import EDITION
from backstride.web.deciding.activities import as_json
from backstride.web.keeping.names import shown_name
from backstride.web.models import Content, Import, Recording, Runner

MOST_NAME = 64  # letters of a shoe or a surface, as a scenario takes them


class KnownKeys(AbstractSet[Key]):
    """The keys of contents that are known, by their digests."""

    def __init__(self, digests: Iterable[str]) -> None:
        self._digests = frozenset(digests)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, Key) and digest_of(key) in self._digests

    def __iter__(self) -> Iterator[Key]:
        raise TypeError("only the digests are known")

    def __len__(self) -> int:
        return len(self._digests)


def digest_of(key: Key) -> str:
    """All that a reader goes by, in 64 hexadecimal digits."""
    return hashlib.sha256("\n".join(key).encode("utf-8", "replace")).hexdigest()


def known_to(runner: Runner) -> KnownKeys:
    """The contents that these readers have read for a runner."""
    return KnownKeys(runner.contents.filter(edition=EDITION).values_list("sha256", flat=True))


def keep(source: Import, batch: Iterable[Met]) -> None:
    """Takes in what an import met, all of it or nothing. Doing it again changes nothing.

    A content goes by the first of its names, so that the order of imports does not matter.
    """
    with transaction.atomic():
        # Two jobs of one runner take turns, so that neither finds half of the other's.
        runner = Runner.objects.select_for_update().get(pk=source.runner_id)
        for met in batch:
            _keep(runner, source, met)


def _keep(runner: Runner, source: Import, met: Met) -> None:
    name, sha256 = shown_name(met.name, 400), digest_of(met.key)
    read = {"edition": EDITION, "reason": shown_name(met.reason, 1000) if met.reason else ""}
    content = Content.objects.filter(runner=runner, sha256=sha256).first()
    if content is None:
        content = Content(runner=runner, sha256=sha256, source=source, name=name)
    elif name < content.name:
        content.name = name
        content.save(update_fields=["name"])
        Recording.objects.filter(runner=runner, sha256=sha256).update(source=name)
    if met.known or content.edition == EDITION:
        return
    content.edition, content.reason = read["edition"], read["reason"]
    content.save()
    for place, activity in enumerate(met.activities):
        facts = {
            "source": content.name,
            "start": activity.start,
            "activity": as_json(_inert(activity, content.name)),
        }
        # A better reader's word on the same place; what the runner added there stays.
        Recording.objects.update_or_create(
            runner=runner,
            sha256=sha256,
            place=place,
            defaults=facts,
            create_defaults={**facts, "counts": False},
        )
    Recording.objects.filter(runner=runner, sha256=sha256, place__gte=len(met.activities)).delete()


def _inert(activity: Activity, source: str) -> Activity:
    """The activity with what files wrote into it made fit to be shown."""
    return replace(
        activity,
        source=source,
        sport=shown_name(activity.sport, MOST_NAME),
        notes=tuple(shown_name(note, 300) for note in activity.notes[:20]),
        surface=shown_name(activity.surface, MOST_NAME) if activity.surface else None,
        shoe=shown_name(activity.shoe, MOST_NAME) if activity.shoe else None,
    )
