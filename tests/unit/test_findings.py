"""A day's own evidence: the worst of it is the day's own light."""

from datetime import date

import pytest

from backstride.coaching.findings import Evidence, Finding
from backstride.terms import Light


@pytest.mark.parametrize(
    ("evidence", "light"),
    [((), None), (("amber",), "amber"), (("amber", "red"), "red"), (("red", "amber"), "red")],
)
def test_the_worst_evidence_is_the_days_own_light(evidence: tuple[Light, ...], light: Light | None) -> None:
    signs = tuple(Evidence(colour, "light.during_amber", {"during": 4}) for colour in evidence)
    finding = Finding(date(2026, 11, 20), True, 4, 1, 1, signs, calm=True)
    assert finding.light == light
