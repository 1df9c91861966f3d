"""`backstride clinic`: the clinics that an article lists, the nearest first."""

from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.refusal import BadInput
from backstride.cli.render_clinic import as_data, show_clinics
from backstride.cli.scenarios import compact
from backstride.knowledge import Library
from backstride.knowledge.clinics import nearest_first
from backstride.knowledge.loader import load
from backstride.knowledge.places import UnknownPlace, place_names, spot_of
from backstride.knowledge.schema.clinic import Clinic

app = typer.Typer(help="Find a clinic.")


@app.command("list")
def list_clinics(
    near: Annotated[
        str | None,
        typer.Option(
            "--near", metavar="PLACE", help="A town in Malaysia, Singapore, or LAT,LON: the nearest first."
        ),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """List the clinics with address, phone and WhatsApp link."""
    library = load()
    found = _found(near, library)
    if as_json:
        data = [as_data(clinic, km) for clinic, km in found]
        typer.echo(compact(data).encode() + b"\n", nl=False)
    else:
        show_clinics(console(), found, library)


def _found(near: str | None, library: Library) -> list[tuple[Clinic, float | None]]:
    """Clinics with their distance in km: the nearest first, or in the article's order without distances."""
    if near is None:
        return [(clinic, None) for clinic in library.clinics.values()]
    try:
        here = spot_of(near, library)
    except UnknownPlace as error:
        places = error.near or place_names(library)[:6]
        what = "near it" if error.near else "known are towns such as"
        raise BadInput(f"--near: {error}; {what}: {', '.join(places)}; or give LAT,LON") from None
    return [(found.clinic, found.km) for found in nearest_first(library.clinics.values(), here)]
