"""The triage tier with its reasons: the highest tier that anything raises."""

from typing import Literal

from backstride.decision import Triage, TriageReason
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.screening.answers import cleared, raised, youngest_age
from backstride.screening.due import due
from backstride.screening.signs import Signs
from backstride.terms import TIERS, Tier

Status = Literal["planned", "needs_screening", "stopped"]


def triage(known: Known, library: Library, rules: RuleSet, signs: Signs) -> tuple[Status, Triage]:
    """Whether there may be a week, and the tier with what raised it and what to do."""
    settled = cleared(known, library)
    open_questions = tuple(question for question in raised(known, library) if question.id not in settled)
    tiers: list[Tier] = [question.tier for question in open_questions]
    reasons = [TriageReason(id=q.id, why=q.why, sources=q.sources) for q in open_questions]
    advice = [question.action for question in open_questions]
    age = youngest_age(known)
    too_young = age < rules.whole("triage.youngest_any") and "C1" not in settled
    if age < rules.whole("triage.youngest_self_care"):
        tiers.append("soon")
        reasons.append(_young(library, age, too_young=too_young))
        advice.append(library.message("triage.advice_young", {}))
    if signs.triple_red:
        tiers.append("soon")
        reasons.append(_reason(library, "triage.triple_red", "red.triple"))
        advice.append(library.message("triage.advice_triple_red", {}))
    tier: Tier = min(tiers, key=TIERS.index, default="self_care")
    stopped = tier in ("emergency", "urgent") or too_young
    ask, why_due = due(known, library, rules, signs)
    status: Status = "stopped" if stopped else "needs_screening" if ask else "planned"
    if stopped:
        # One thing to do at a time: what is less urgent than the tier waits.
        kept = [n for n, t in enumerate(tiers) if t == tier]
        advice = [advice[n] for n in kept]
        ask, why_due = (), ()
    unsure = _unsure(known, library, settled)
    if unsure and not stopped:
        advice.append(library.message("triage.advice_unsure", {"questions": ", ".join(unsure)}))
    first = library.message(_first_advice(tier, status, too_young=too_young), {})
    return status, Triage(
        tier=tier,
        reasons=(*reasons, *why_due),
        advice=(first, *dict.fromkeys(advice)),
        safety_net=library.screening.safety_net,
        ask=ask,
        bone=_bone(known, library, settled),
    )


def _bone(known: Known, library: Library, settled: frozenset[str]) -> bool:
    """Whether a bone stress injury is suspected; here not being sure is enough."""
    sure = {question.id for question in raised(known, library)}
    doubted = set(_unsure(known, library, settled)) if known.screened_on is not None else set()
    return any(library.questions[q].bone for q in (sure | doubted) - settled)


def _unsure(known: Known, library: Library, settled: frozenset[str]) -> list[str]:
    """The questions that the runner was not sure of, where that does not stop them."""
    answers = known.scenario.screening.answers
    return [q.id for q in library.questions.values() if answers.get(q.id) == "unsure" and q.id not in settled]


def _first_advice(tier: Tier, status: Status, *, too_young: bool) -> str:
    """The key of what to do first."""
    if too_young and tier == "soon":
        return "triage.advice_too_young"
    if status == "needs_screening":
        return "triage.advice_unanswered"
    return f"triage.advice_{tier}"


def _young(library: Library, age: int, *, too_young: bool) -> TriageReason:
    if too_young:
        return _reason(library, "triage.too_young", "triage.youngest_any", age=age)
    return _reason(library, "triage.young", "triage.youngest_self_care", age=age)


def _reason(library: Library, key: str, parameter: str, **values: int) -> TriageReason:
    record = library.parameters[parameter]
    return TriageReason(id="H1", why=library.message(key, values), sources=record.sources)
