"""`backstride figure`: the moving figures, drawn, looked at and checked."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backstride.cli.exercise_names import exercise_named
from backstride.cli.files import write_bytes, write_text
from backstride.cli.refusal import BadInput, Finding
from backstride.knowledge.loader import load

# What draws is loaded when something is drawn: arrays and the solver take longer than most commands.
if TYPE_CHECKING:
    from backstride.body.draw.style import Palette
    from backstride.body.track import Track


class Format(Enum):
    """What a figure can be made into."""

    svg = "svg"
    animated = "animated"
    strip = "strip"
    thumb = "thumb"
    png = "png"
    apng = "apng"
    gif = "gif"


class Look(Enum):
    """The colours of a picture of pixels; SVG follows its reader."""

    light = "light"
    dark = "dark"
    mono = "mono"


_DRAWN = (Format.svg, Format.animated, Format.strip, Format.thumb)
_SIZES = {Format.thumb: 64, Format.gif: 480, Format.apng: 480, Format.strip: 1600}


class _Group(typer.core.TyperGroup):
    """`figure bird_dog` is `figure show bird_dog`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = not args or args[0] in self.commands or args[0].startswith("-")
        return super().resolve_command(ctx, args if known else ["show", *args])


app = typer.Typer(
    cls=_Group, help="Draw an exercise: 'figure bird_dog'. Also a sheet of all, and their check."
)


@app.command(hidden=True)
def show(
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help="Its id or name.")],
    side: Annotated[
        str | None, typer.Option(help="left or right; default: the side as it is written.")
    ] = None,
    variant: Annotated[
        str | None, typer.Option(help="As the ladder names it; default: what a regular runner starts with.")
    ] = None,
    size: Annotated[int | None, typer.Option(min=16, max=4000, help="Width in pixels.")] = None,
    form: Annotated[Format, typer.Option("--format", help="What to make.")] = Format.animated,
    frames: Annotated[
        int | None, typer.Option(min=2, max=120, help="Frames of a strip (at most, 2-5), an apng or a gif.")
    ] = None,
    look: Annotated[Look, typer.Option(help="Colours of a picture of pixels.")] = Look.light,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to write it; - prints it.")
    ] = None,
) -> None:
    """Draw an exercise: an animation as SVG, or another format."""
    moving = _track(exercise, variant, side)
    pixels = form not in _DRAWN or (out is not None and out.suffix.lower() == ".png")
    if form is Format.strip and frames is not None and frames > 5:
        raise BadInput(f"--frames: a strip has 2 to 5, not {frames}")
    drawn = (
        _pixels(moving, form, size, frames, _palette(look)) if pixels else _drawn(moving, form, size, frames)
    )
    if out == Path("-"):
        typer.echo(drawn, nl=False)
        return
    ending = "svg" if form in _DRAWN else "png" if form is Format.apng else form.value
    file = out or Path(f"{moving.plan.exercise}{f'-{side}' if side else ''}.{ending}")
    if isinstance(drawn, str):
        write_text(file, drawn)
    else:
        write_bytes(file, drawn)
    typer.echo(f"{file}: {moving.plan.exercise}, {moving.plan.variant}")


@app.command()
def sheet(
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where to write them.")] = Path(),
    variants: Annotated[
        bool, typer.Option("--variants", help="Every variant, not one of each exercise.")
    ] = False,
    nameless: Annotated[
        bool, typer.Option("--nameless", help="Numbers for names, to guess them by.")
    ] = False,
) -> None:
    """Write all on one sheet: figures.png (strips, hardest variants), figures.html (usual variants)."""
    from backstride.figures.sheet import all_tracks, contact_sheet, page

    _made(out)
    pictured, moving = (all_tracks("all" if variants else which) for which in ("hardest", "usual"))
    files = {
        "figures.png": contact_sheet(pictured, named=not nameless),
        "figures.html": page(moving).encode(),
    }
    for name, content in files.items():
        write_bytes(out / name, content)
        typer.echo(f"{out / name}: {len(moving)} figures, {len(content) // 1000} kB")


@app.command()
def check(
    exercise: Annotated[
        str | None, typer.Argument(metavar="[EXERCISE]", help="One alone; default: all.")
    ] = None,
) -> None:
    """Hold every frame against what a body can do: ranges, floor, wall, contacts, balance."""
    from backstride.body.check import check_all, missing
    from backstride.knowledge.figures import load_figures

    wanted = None if exercise is None else exercise_named(exercise, load()).id
    found = [str(finding) for finding in check_all(wanted)]
    found += [f"{e}: no movement" for e in missing(load_figures(), load()) if wanted in (None, e)]
    for line in found:
        typer.echo(line)
    if found:
        raise Finding
    count = 1 if wanted else len(load_figures().movements)
    typer.echo(f"{count} {'movement' if count == 1 else 'movements'}: every frame holds.")


def _track(exercise: str, variant: str | None, side: str | None) -> "Track":
    from backstride.body.track import NoMovement, track

    try:
        return track(exercise_named(exercise, load()).id, variant, side)
    except NoMovement as error:
        raise BadInput(str(error)) from None


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{folder}: cannot be made: {(error.strerror or str(error)).lower()}") from None


def _palette(look: Look) -> "Palette":
    from backstride.body.draw.style import DARK, LIGHT, MONO

    return {Look.light: LIGHT, Look.dark: DARK, Look.mono: MONO}[look]


def _drawn(moving: "Track", form: Format, size: int | None, frames: int | None) -> str:
    from backstride.body.draw import svg

    if form is Format.strip:
        return svg.strip(moving, frames)
    if form is Format.thumb:
        return svg.thumbnail(moving, size or _SIZES[form])
    drawn = svg.still(moving) if form is Format.svg else svg.animated(moving)
    return drawn if size is None else svg.sized(drawn, size)


def _pixels(moving: "Track", form: Format, size: int | None, frames: int | None, palette: "Palette") -> bytes:
    from backstride.body.draw import svg
    from backstride.figures import raster

    width = size or _SIZES.get(form, 960)
    if form in (Format.apng, Format.gif):
        kind: raster.Moving = "apng" if form is Format.apng else "gif"
        return raster.moving(moving, kind, width, frames or round(moving.seconds * 10), palette)
    if form is Format.strip:
        drawn = svg.strip(moving, frames, palette=palette)
    elif form is Format.thumb:
        drawn = svg.thumbnail(moving, width, palette=palette)
    else:
        drawn = svg.still(moving, palette=palette)
    return raster.png(drawn, width, palette.paper)
