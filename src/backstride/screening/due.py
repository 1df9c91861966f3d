"""Whether the questions are due (again), which of them, and why."""

from datetime import timedelta

from backstride.decision import TriageReason
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.screening.signs import Signs


def due(
    known: Known, library: Library, rules: RuleSet, signs: Signs
) -> tuple[tuple[str, ...], tuple[TriageReason, ...]]:
    """The questions to ask now, in the library's order, and what makes each group of them due."""
    every = tuple(library.questions)
    screened = known.screened_on
    if screened is None:
        return every, (_why(library, "due.never"),)
    answers = known.scenario.screening.answers
    missing = tuple(question for question in every if question not in answers)
    reasons = [_why(library, "due.missing", questions=", ".join(missing))] if missing else []
    ask = set(missing)
    checked = known.checked_on
    assert checked is not None  # with the answers, or by itself since
    if known.days_ago(checked) >= rules.whole("triage.short_check_days"):
        ask |= {question.id for question in library.questions.values() if question.short_check}
        reasons.append(_why(library, "due.short_check", days=known.days_ago(checked)))
    renewed = _full(known, library, rules, signs)
    if renewed:
        ask, reasons = set(every), [*reasons, *renewed]
    return tuple(question for question in every if question in ask), tuple(reasons)


def _full(known: Known, library: Library, rules: RuleSet, signs: Signs) -> list[TriageReason]:
    """What makes every question due again since the day of the answers."""
    screened, checked = known.screened_on, known.checked_on
    assert screened is not None
    assert checked is not None
    reasons = [
        _why(library, f"due.{name}", day=day.isoformat())
        for name, days in (("flare", signs.flares), ("leg", signs.legs), ("night", signs.nights))
        for day in days[-1:]
        if day > screened
    ]
    logged = max([checked, *known.pain, *known.sessions_by_day])
    if known.days_ago(logged) > rules.whole("triage.gap_days"):
        reasons.append(_why(library, "due.gap", days=known.days_ago(logged)))
    trained = max(known.sessions_by_day, default=None)
    restart = timedelta(days=rules.whole("gap.restart_days"))
    if trained is not None and screened < trained + restart <= known.today:
        reasons.append(_why(library, "due.restart", days=known.days_ago(trained)))
    return reasons


def _why(library: Library, key: str, **values: str | int) -> TriageReason:
    return TriageReason(id="H2", why=library.message(key, values))
