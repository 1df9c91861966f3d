"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Runs = Annotated[
    list[Path] | None,
    typer.Option("--runs", metavar="PATH", help="A watch file, a folder or zip of them; may be repeated."),
]
Store = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FILE",
        help="A file that keeps the runs read so far; files given beside it are taken into it first.",
    ),
]
Profile = Annotated[
    Path | None,
    typer.Option("--profile", metavar="FILE", help="Who you are, in YAML or JSON; a scenario file will do."),
]
Calendar = Annotated[
    str | None,
    typer.Option(
        "--calendar",
        metavar="FILE",
        help="The runs you plan, instead of the profile's: .ics, .csv, .json, or an address.",
    ),
]
Log = Annotated[
    Path | None,
    typer.Option("--log", metavar="FILE", help="Sessions done, as 'backstride do' logs them."),
]
Now = Annotated[
    str | None,
    typer.Option(
        "--now", metavar="TIME", help="The moment to decide at, with its offset; default: this moment."
    ),
]
Country = Annotated[
    str | None,
    typer.Option(
        "--country", metavar="CODE", help="Where you are, such as MY: whose number to show if one is needed."
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="CODE",
        help="The language, such as ms for Malay; default: that of LC_ALL or LANG, else en. JSON is English.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON, and ask nothing.")]
