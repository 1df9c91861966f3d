"""Each exercise against the Consensus on Exercise Reporting Template; what has no answer is named."""

import pytest

from backstride.knowledge import load
from backstride.knowledge.cert import cert, gaps

LIBRARY = load()
ITEMS = [*"123456", "7a", "7b", *map(str, range(8, 14)), "14a", "14b", "15", "16a", "16b"]
# What a record can answer; the rest belongs to the programme around it.
FROM_RECORD = ["1", "7b", "8", "9", "13", "14b"]


@pytest.mark.parametrize("name", LIBRARY.exercises)
def test_every_item_is_answered(name: str) -> None:
    items = cert(LIBRARY.exercises[name], LIBRARY)
    assert [item.number for item in items] == ITEMS
    assert [item.number for item in items if not item.answer] == []
    assert [item.number for item in items if item.from_record] == FROM_RECORD
    assert gaps(LIBRARY.exercises[name]) == ()


def test_what_the_record_answers_is_built_from_its_fields() -> None:
    record = LIBRARY.exercises["single_leg_rdl"]
    answers = {item.number: item.answer for item in cert(record, LIBRARY)}
    assert "weight from level 4" in answers["1"]
    assert "sets, reps, sets, load, reps, sets" in answers["7b"]
    for text in (*record.steps, *record.cues, *record.faults, record.breath):
        assert text in answers["8"]
    assert "3 s out, 2 s back" in answers["8"]
    assert "2 (body weight): 2 sets, 10 repetitions, each side, rest 30 s" in answers["13"]
    assert "4 to 6 of 10" in answers["13"]
    assert "C2, U6, C5" in answers["14b"]


def test_the_programmes_numbers_are_its_parameters() -> None:
    rules = LIBRARY.rules()
    strong, gentle = (
        {item.number: item.answer for item in cert(LIBRARY.exercises[name], LIBRARY)}
        for name in ("bridge", "cat_cow")
    )
    assert f"after {rules.whole('progress.sessions')} sessions" in strong["7a"]
    assert f"{rules.whole('strength.per_week')} strength days" in strong["13"]
    assert "strength" not in gentle["13"]
    assert f"pain of {rules.whole('start.pain_easy')} of 10" in strong["15"]


@pytest.mark.parametrize(
    ("field", "empty", "numbers"),
    [("faults", (), ["8"]), ("slots", (), ["9", "14b"]), ("regions", {}, ["14b"])],
)
def test_an_empty_field_is_a_gap_by_name(field: str, empty: object, numbers: list[str]) -> None:
    broken = LIBRARY.exercises["bird_dog"].model_copy(update={field: empty})
    assert [item.number for item in cert(broken, LIBRARY) if not item.answer] == numbers
    assert [line.partition(":")[0] for line in gaps(broken)] == [field] * len(numbers)
    assert all(f"CERT item {number} " in line for number, line in zip(numbers, gaps(broken), strict=True))


@pytest.mark.parametrize("name", LIBRARY.exercises)
def test_tempo_and_effort(name: str) -> None:
    record = LIBRARY.exercises[name]
    assert record.tempo.out_s + record.tempo.back_s == record.rep_s
    aims = {"strength": (4, 6), "activation": (3, 5)}
    assert record.effort == aims.get(record.quality, (1, 3))
    assert any("tempo out and back" in line or "time to get in and out" in line for line in record.ours)
