"""Who runs, and what they answered."""

from datetime import datetime, timedelta

from bench.safety.chance import Chance, Facts

from backstride.knowledge import Library

EQUIPMENT = ("strap", "wall", "mat", "weight", "chair")
POSITIONS = ("standing", "kneeling", "half_kneeling", "quadruped", "prone", "supine", "side_lying")
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AGES = {40: 0.93, 18: 0.02, 17: 0.01, 16: 0.015, 15: 0.01, 12: 0.015}  # years reached this year
SCREENED = {"calm": 0.7, "raised": 0.14, "bone": 0.06, "missing": 0.04, "never": 0.03, "later": 0.03}


def runner(chance: Chance, now: datetime, library: Library) -> Facts:
    """A runner; the age is weighed so that minors come up."""
    exercises = tuple(library.exercises)
    least, most = chance.one(((0, 10), (5, 15), (10, 30), (15, 45), (0, 60)))
    kept = chance.one((0.4, 0.8, 1.0))
    age = chance.weighed(AGES)
    return {
        "birth_year": now.year - (chance.whole(19, 75) if age == 40 else age),
        "experience": chance.one(("new", "regular", "experienced")),
        "goal": chance.one(("prevent", "ease", "return")),
        "minutes": {day: chance.whole(least, most) for day in WEEK if chance.odds(kept)},
        "equipment": chance.some(EQUIPMENT, 5),
        "avoid_positions": chance.some(POSITIONS, 2) if chance.odds(0.3) else [],
        "avoid_exercises": chance.some(exercises, 4) if chance.odds(0.3) else [],
        "favourites": chance.some(exercises, 3),
        "tight": chance.some(tuple(library.regions), 2),
        "weak": chance.some(tuple(library.regions), 2),
        "desk_hours": chance.one((0, 4, 9.5)),
        "routine": chance.one(tuple(library.routines)) if chance.odds(0.1) else None,
    }


def screening(chance: Chance, now: datetime, library: Library) -> Facts:
    """Answers of one of the kinds of `SCREENED`, at times cleared, at times with a short check since."""
    kind = chance.weighed(SCREENED)
    if kind == "never":
        return {}
    questions = tuple(library.questions)
    answers = dict.fromkeys(questions, "no")
    days = chance.weighed({2: 0.84, 8: 0.1, 40: 0.06})
    at = chance.before(now, 0, days) if kind != "later" else now + timedelta(hours=chance.whole(1, 30))
    asked = questions
    if kind == "bone":
        asked = tuple(q.id for q in library.questions.values() if q.bone)
    if kind in ("raised", "bone", "later"):
        for question in chance.some(asked, 2) or [chance.one(asked)]:
            answers[question] = chance.one(("yes", "unsure"))
    if kind == "missing":
        for question in chance.some(questions, 3) or [chance.one(questions)]:
            del answers[question]
    if chance.odds(0.1):
        answers["C5"] = "yes"
    found: Facts = {"at": at, "answers": answers, "cleared": _cleared(chance, now, answers)}
    if chance.odds(0.15):
        found["checked_at"] = chance.before(now, -1, 8)
    return found


def _cleared(chance: Chance, now: datetime, answers: Facts) -> list[Facts]:
    raised = [question for question, answer in answers.items() if answer != "no"]
    if chance.odds(0.5) and not raised:
        return []
    ids = raised if chance.odds(0.7) else chance.some(tuple(answers), 2)
    if chance.odds(0.3):
        ids = sorted({*ids, "C1"})
    return [{"ids": ids, "at": chance.before(now, -1, 4), "by": "clinician"}] if chance.odds(0.6) else []
