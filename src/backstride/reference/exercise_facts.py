"""What stands at the head of an exercise's page: names, place, parts of the body, effort, routines."""

from collections.abc import Iterator

from backstride.knowledge.filling import number_words
from backstride.knowledge.schema.exercise import Exercise
from backstride.reference.markdown import plain
from backstride.reference.page import Page
from backstride.wording import slots_words


def facts(page: Page, exercise: Exercise) -> Iterator[str]:
    """A line for each fact that the record holds."""
    yield f"**Id:** `{exercise.id}`"
    if exercise.aliases:
        yield f"**Also called:** {plain(', '.join(exercise.aliases))}"
    yield f"**Kind:** {exercise.quality.replace('_', ' ')}{'; gentle' if exercise.gentle else ''}"
    yield f"**Position:** {exercise.position.replace('_', ' ')}"
    yield f"**Needs:** {', '.join(exercise.equipment) or 'nothing'}"
    yield f"**When:** {slots_words(exercise.slots).lower()}"
    shares = sorted(exercise.regions.items(), key=lambda part: -part[1])
    yield f"**Works:** {', '.join(f'{page.region(key)} {share:.0%}' for key, share in shares)}"
    if exercise.stretches:
        yield f"**Stretches:** {', '.join(map(page.region, exercise.stretches))}"
    out, back = number_words(exercise.tempo.out_s), number_words(exercise.tempo.back_s)
    held = exercise.quality == "static_mobility"
    yield f"**Tempo:** {out} s {'in' if held else 'out'}, {back} s {'out' if held else 'back'}"
    low, high = exercise.effort
    yield f"**Effort aimed at:** {low} to {high} of 10"
    family = [e.id for e in page.library.exercises.values() if e.family == exercise.family]
    if len(family) > 1:
        yield f"**Same family:** {', '.join(page.exercise(key) for key in family if key != exercise.id)}"
    routines = [
        routine.id
        for routine in page.library.routines.values()
        if any(item.exercise == exercise.id for item in routine.items)
    ]
    if routines:
        yield f"**In the routines:** {', '.join(map(page.routine, routines))}"
    yield from _watch(page, exercise)


def _watch(page: Page, exercise: Exercise) -> Iterator[str]:
    found = page.library.watch_names.get(exercise.id)
    if found is not None:
        names = " / ".join(f"`{name}`" for name in (found.category, found.name) if name is not None)
        yield f"**On a watch (FIT):** {names or 'no name'} ({found.match}). {plain(found.why)}"
