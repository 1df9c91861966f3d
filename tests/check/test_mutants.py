"""The mutants: which slips are made, that they get into the code, and what each verdict means."""

import sys
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from bench.mutants.known import known
from bench.mutants.mutants import Mutant, mutants
from bench.mutants.patch import NotPatched, patch
from bench.mutants.trial import Trial, Verdict, trials

FILES = sorted({name.split(" ")[0] for name in known()})
SOURCE = '''"""A module."""
LIMIT = 3


class Room:
    @property
    def full(self) -> bool:
        """Not a slip."""
        return self.guests >= LIMIT and not self.locked

    @classmethod
    def name(cls, of: int = 1) -> str:
        return "large" if of > 1 else "small"
'''


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    made = ModuleType("room")
    made.__file__ = "room.py"
    exec(compile(SOURCE, "room.py", "exec"), made.__dict__)
    monkeypatch.setitem(sys.modules, "room", made)
    return made


def the(text: str) -> Mutant:
    return next(
        mutant for mutant in mutants(SOURCE, "room.py") if f"{mutant.before} -> {mutant.after}" == text
    )


def test_the_slips_of_a_module() -> None:
    told = {f"{m.owner}: {m.before} -> {m.after}" for m in mutants(SOURCE, "room.py")}
    assert told >= {
        "=LIMIT: 3 -> 4",
        "Room.full(): self.guests >= LIMIT -> self.guests > LIMIT",
        "Room.full(): self.guests >= LIMIT and (not self.locked) -> self.guests >= LIMIT or not self.locked",
        "Room.full(): not self.locked -> self.locked",
        "Room.name(): 'large' if of > 1 else 'small' -> 'small'",
    }
    assert not any("slip" in text or "module" in text or "bool" in text for text in told)


def test_a_slip_in_a_property_a_class_method_or_a_value_gets_into_the_code(module: ModuleType) -> None:
    room = module.Room()
    room.guests, room.locked = 3, False
    assert (room.full, module.Room.name(1)) == (True, "small")
    patch(the("self.guests >= LIMIT -> self.guests > LIMIT"), module)
    assert room.full is False
    patch(the("of > 1 -> of >= 1"), module)
    assert module.Room.name(1) == "large"
    patch(the("3 -> 4"), module)
    assert module.LIMIT == 4


def test_a_default_is_not_tried(module: ModuleType) -> None:
    default = next(m for m in mutants(SOURCE, "room.py") if m.owner == "Room.name()" and m.line == 12)
    with pytest.raises(NotPatched):
        patch(default, module)


def test_a_mutant_survives_where_every_test_passes_and_none_is_not_run() -> None:
    one, two, three = list(mutants(SOURCE, "room.py"))[:3]
    nothing = partial(int)
    found = dict(
        trials(
            [
                Trial(one, nothing, [lambda: True, lambda: False]),
                Trial(two, nothing, [lambda: True]),
                Trial(three, nothing, []),
            ],
            workers=2,
        )
    )
    assert found == {one: Verdict.KILLED, two: Verdict.SURVIVED, three: Verdict.NOT_RUN}


def test_each_known_survivor_has_its_reason_and_still_can_be_made() -> None:
    source = Path(__file__).parents[2] / "src"
    made = {m.name for file in FILES for m in mutants((source / file).read_text(encoding="utf-8"), file)}
    assert all(len(because) > 20 for because in known().values())
    assert set(known()) - made == set()
