"""The sheet of all figures: one variant of each or all of them, in a folder that it makes."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from backstride.body.track import track
from backstride.cli.figure import app
from backstride.figures import sheet
from backstride.knowledge.figures import load_figures


def test_the_sheet_has_the_usual_or_the_hardest_variant_or_all() -> None:
    movements = load_figures().movements
    told = {w: [(t.plan.exercise, t.plan.variant) for t in sheet.all_tracks(w)] for w in ("usual", "hardest")}
    assert [len(found) for found in told.values()] == [len(movements)] * 2
    assert ("superman_hold", "chest only") in told["usual"]
    assert ("superman_hold", "full") in told["hardest"]
    assert len(sheet.all_tracks("all")) == sum(len(m.variants) for m in movements.values())


def test_the_folder_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "all_tracks", lambda _: [track("wall_sit")])
    folder = tmp_path / "new" / "sheet"
    done = CliRunner().invoke(app, ["sheet", "--out", str(folder)])
    assert done.exit_code == 0
    assert sorted(file.name for file in folder.iterdir()) == ["figures.html", "figures.png"]
