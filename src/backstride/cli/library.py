"""`backstride library`: the exercises, and what is known of each."""

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, get_args

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.exercise_names import exercise_named
from backstride.cli.language import library_told
from backstride.cli.library_docs import docs
from backstride.cli.refusal import BadInput, Finding
from backstride.cli.render_library import as_data, show_exercise, show_list
from backstride.cli.scenarios import compact
from backstride.knowledge.loader import load
from backstride.terms import SLOTS, Equipment, Position, Quality

app = typer.Typer(help="Browse the exercises with their sources.")

Id = Annotated[str, typer.Argument(metavar="EXERCISE", help="Its id, name or another name of it.")]


def _filter(flag: str, help_text: str) -> typer.models.OptionInfo:
    found: typer.models.OptionInfo = typer.Option(flag, metavar="X", help=help_text)
    return found


@app.command("list")
def list_exercises(
    slot: Annotated[str | None, _filter("--slot", ", ".join(SLOTS))] = None,
    position: Annotated[str | None, _filter("--position", ", ".join(get_args(Position)))] = None,
    equipment: Annotated[
        str | None, _filter("--equipment", f"none, {', '.join(get_args(Equipment))}")
    ] = None,
    region: Annotated[str | None, _filter("--region", "a part of the body, such as glutes")] = None,
    source: Annotated[str | None, _filter("--source", "S0 to S4, or a study")] = None,
    quality: Annotated[str | None, _filter("--quality", ", ".join(get_args(Quality)))] = None,
    lang: options.Lang = None,
    as_json: options.AsJson = False,
) -> None:
    """List the exercises, or those that fit every filter."""
    library = library_told(lang, as_json=as_json)
    _known("--slot", slot, SLOTS)
    _known("--position", position, get_args(Position))
    _known("--equipment", equipment, ("none", *get_args(Equipment)))
    _known("--quality", quality, get_args(Quality))
    _known("--region", region, tuple(library.region_names))
    _known("--source", source, tuple(library.sources))
    part = library.region_names[region] if region is not None else None
    found = [
        exercise
        for exercise in library.exercises.values()
        if (slot is None or slot in exercise.slots)
        and position in (None, exercise.position)
        and quality in (None, exercise.quality)
        and (equipment is None or equipment in (exercise.equipment or ("none",)))
        and (part is None or part in exercise.regions)
        and (source is None or source in exercise.sources or any(d.source == source for d in exercise.doses))
    ]
    if as_json:
        typer.echo(compact([as_data(exercise) for exercise in found]).encode() + b"\n", nl=False)
    else:
        show_list(console(), found, library)


@app.command()
def show(exercise: Id, lang: options.Lang = None, as_json: options.AsJson = False) -> None:
    """Show an exercise: how to do it, every source's dose, its levels, and who should not."""
    library = library_told(lang, as_json=as_json)
    found = exercise_named(exercise, library)
    if as_json:
        typer.echo(compact(as_data(found)).encode() + b"\n", nl=False)
    else:
        show_exercise(console(), found, library)


@app.command()
def verify(
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", help="A copy of the library's files to verify instead."),
    ] = None,
) -> None:
    """Hold every record against its schema, its references, its sources' doses and the CERT template."""
    from backstride.knowledge.verify import faults_below

    if data is not None and not data.is_dir():
        raise BadInput(f"--data: {data}: no such folder")
    found = faults_below(data)
    for line in found:
        typer.echo(line)
    if found:
        raise Finding
    library = load(data)
    typer.echo(f"{len(library.exercises)} exercises, {len(library.routines)} routines, no fault.")


app.command()(docs)


def _known(flag: str, value: str | None, options_: tuple[str, ...]) -> None:
    if value is None or value in options_:
        return
    near = get_close_matches(value, options_, n=3, cutoff=0.5)
    hint = f"; near it: {', '.join(near)}" if near else f"; known are {', '.join(options_[:12])}"
    raise BadInput(f"{flag}: {value!r} is unknown{hint}")
