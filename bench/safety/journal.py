"""What is done already, kept in a file of a line for each stretch, so that a broken-off run goes on."""

import json
from collections import Counter
from pathlib import Path

from bench.safety.stretch import Stretch
from bench.safety.tally import Fault, Tally


class Journal:
    """The stretches of one kind and seed that are done. A last line that was cut off is left out."""

    def __init__(self, folder: Path, kind: str, seed: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / f"{kind}-{seed}.jsonl"

    def read(self) -> dict[tuple[int, int], Tally]:
        """The tally of each stretch done, by its first number and its length."""
        found = {}
        text = self._file.read_text(encoding="utf-8") if self._file.exists() else ""
        for line in text.splitlines(keepends=True):
            if line.endswith("\n"):
                told = json.loads(line)
                found[told["first"], told["scenarios"]] = _tally(told)
        if text and not text.endswith("\n"):
            self._file.write_text(text[: text.rfind("\n") + 1], encoding="utf-8")
        return found

    def add(self, stretch: Stretch, tally: Tally) -> None:
        """Adds a stretch that is done."""
        told = {
            "first": stretch.first,
            "scenarios": stretch.count,
            "count": tally.count,
            "seconds": tally.seconds,
            "seen": [[what, which, times] for (what, which), times in sorted(tally.seen.items())],
            "faults": [[fault.number, fault.text] for fault in tally.faults],
        }
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(told, ensure_ascii=False) + "\n")


def _tally(told: dict[str, object]) -> Tally:
    seen, faults = told["seen"], told["faults"]
    assert isinstance(seen, list)
    assert isinstance(faults, list)
    return Tally(
        first=int(str(told["first"])),
        count=int(str(told["count"])),
        seconds=float(str(told["seconds"])),
        seen=Counter({(what, which): times for what, which, times in seen}),
        faults=[Fault(number, text) for number, text in faults],
    )
