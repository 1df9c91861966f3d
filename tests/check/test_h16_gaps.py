"""H16: how a gap lowers the level of an exercise."""

import pytest

from check.by_hand import broken, calendar, logged, mornings, planned, scenario

REST = calendar({1: "rest"})


@pytest.mark.parametrize(
    ("days", "highest"), [(7, 2), (13, 2), (14, 1), (27, 1), (28, 0), (40, 0)], ids=lambda value: str(value)
)
def test_the_longer_the_gap_the_lower_the_level(days, highest):
    # The exercise was left for so long, others were done meanwhile: no screening is due.
    sessions = [logged(-days, [("cat", 2)]), logged(-2, [("sway", 0)])]
    for level in range(3):
        given = scenario(sessions=sessions, calendar=REST, pain=mornings(-45), runner={"experience": "new"})
        spoken = broken(given, planned(given, {1: {"recovery": [("cat", level)]}}))
        assert [rule for rule in spoken if rule != "H15"] == ([] if level <= highest else ["H16"])


def test_no_step_up_after_seven_days():
    sessions = [logged(-9, [("cat", 0)]), logged(-7, [("cat", 0)])]
    given = scenario(sessions=sessions, calendar=REST)
    assert broken(given, planned(given, {1: {"recovery": [("cat", 1)]}})) == ["H13", "H16"]
    recent = [logged(-9, [("cat", 0)]), logged(-6, [("cat", 0)])]
    given = scenario(sessions=recent, calendar=REST)
    assert broken(given, planned(given, {1: {"recovery": [("cat", 1)]}})) == []
