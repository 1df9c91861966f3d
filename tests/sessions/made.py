"""A short session to play: one of each kind of work."""

from backstride.decision import Item, Session
from backstride.knowledge import load
from backstride.knowledge.dose import item_seconds
from backstride.knowledge.figures import load_figures
from backstride.sessions.compile import session_script
from backstride.sessions.script import Cue, Script

LIBRARY = load()
RULES = LIBRARY.rules()


def script(*exercises: tuple[str, int]) -> Script:
    """A `cross` session of these exercises at these levels."""
    items = []
    for name, level in exercises:
        record = LIBRARY.exercises[name]
        rung = record.ladder[level]
        seconds = item_seconds(
            rung, rep_s=record.rep_s, rest_s=rung.rest_s, change_s=RULES.whole("session.change_s")
        )
        dose = rung.model_dump(include={"sets", "reps", "hold_s", "duration_s", "per_side", "rest_s"})
        items.append(Item(exercise=name, level=level, seconds=seconds, change="same", **dose))
    session = Session(slot="cross", minutes=0, items=tuple(items))
    return session_script(session, LIBRARY, load_figures().movements, RULES)


def told(cue: Cue) -> list[tuple[float, str]]:
    """What is said in a cue, and when."""
    return [(said.at_s, said.text) for said in cue.say]
