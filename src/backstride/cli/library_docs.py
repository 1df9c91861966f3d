"""`backstride library docs`: the reference as files, or a check that the files are fresh."""

from pathlib import Path
from typing import Annotated

import typer

from backstride.cli.files import write_text
from backstride.cli.refusal import BadInput, Finding
from backstride.cli.spec_files import SPEC, read_spec
from backstride.knowledge.loader import load
from backstride.reference import MARK, pages

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder of the pages.")]
Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; name each page that is not as it should be.")
]
Spec = Annotated[
    Path, typer.Option("--spec", metavar="DIR", help="The sentences that the rules are held to by tests.")
]


def docs(out: Out = Path("docs/reference"), check: Check = False, spec: Spec = SPEC) -> None:
    """Write the published reference, or check that it is as the library has it."""
    if not spec.is_dir():
        typer.echo(f"{spec}: no such folder; the rules' pages go without their sentences.", err=True)
    wanted = pages(load(), read_spec(spec))
    there = _there(out)
    if check:
        _check(wanted, there)
        return
    foreign = [path for path in wanted if path in there and not there[path].startswith(MARK)]
    if foreign:
        raise BadInput(f"{out / foreign[0]}: not written by this command; choose another folder")
    _write(out, wanted, there)
    typer.echo(f"{len(wanted)} pages in {out}.")


def differences(wanted: dict[str, str], there: dict[str, str]) -> list[str]:
    """A line for each page that is missing, stale or superfluous, by path."""
    lines = {path: "missing" for path in wanted if path not in there}
    lines |= {path: "stale" for path in wanted if path in there and there[path] != wanted[path]}
    lines |= {path: "superfluous" for path in there if path not in wanted}
    return [f"{path}: {lines[path]}" for path in sorted(lines)]


def _check(wanted: dict[str, str], there: dict[str, str]) -> None:
    lines = differences(wanted, there)
    for line in lines:
        typer.echo(line)
    if lines:
        typer.echo("'backstride library docs' writes them anew.", err=True)
        raise Finding
    typer.echo(f"{len(wanted)} pages, all fresh.")


def _there(out: Path) -> dict[str, str]:
    """The Markdown files below a folder by path; none where there is no folder."""
    if out.exists() and not out.is_dir():
        raise BadInput(f"{out}: a folder is wanted, this is a file")
    try:
        return {
            file.relative_to(out).as_posix(): file.read_bytes().decode("utf-8", errors="replace")
            for file in sorted(out.rglob("*.md"))
        }
    except OSError as error:
        raise BadInput(f"{out}: cannot be read: {(error.strerror or str(error)).lower()}") from None


def _write(out: Path, wanted: dict[str, str], there: dict[str, str]) -> None:
    """Writes what differs, and takes away pages that this command wrote and nothing asks for any more."""
    try:
        for path in wanted:
            (out / path).parent.mkdir(parents=True, exist_ok=True)
        for path, text in there.items():
            if path not in wanted and text.startswith(MARK):
                (out / path).unlink()
    except OSError as error:
        raise BadInput(f"{out}: cannot be written: {(error.strerror or str(error)).lower()}") from None
    for path, text in wanted.items():
        if there.get(path) != text:
            write_text(out / path, text)
