"""A library of a few tiny exercises, so that these tests do not hang on the real one."""

from datetime import date

from backstride.knowledge import Library
from backstride.knowledge.schema.exercise import Contraindication, Exercise, Level, SourceDose, Tempo
from backstride.knowledge.schema.parameter import Dated, Parameter, RuleSetVersion
from backstride.knowledge.schema.routine import Routine, RoutineDose, RoutineItem
from backstride.knowledge.schema.screening import Emergency, Question, Screening
from backstride.knowledge.schema.source import Source

FIRST = date(2026, 1, 1)
NUMBERS = {
    "triage.youngest_any": 16,
    "triage.youngest_self_care": 18,
    "triage.short_check_days": 7,
    "triage.gap_days": 14,
    "triage.flare_rise": 2,
    "light.baseline_days": 7,
    "light.green_during": 3,
    "light.red_during": 6,
    "light.green_rise": 1,
    "light.amber_rise": 2,
    "light.red_rise": 3,
    "light.regress_ambers": 2,
    "light.regress_window": 3,
    "leave.lowest": (2, 3),
    "leave.often": (4, 6),
    "leave.days": 28,
    "leave.most": 2,
    "red.low_load_hours": 48,
    "red.levels_down": 1,
    "red.pair_days": 7,
    "red.pause_days": 7,
    "red.triple_days": 14,
    "red.triple": 3,
    "low_load.level": 1,
    "slot.pre_run_s": (240, 360),
    "slot.mid_run_moves": 2,
    "slot.post_run_easy_strength_s": (600, 900),
    "slot.post_run_hard_s": 600,
    "slot.cross_s": (1200, 1800),
    "slot.recovery_s": 600,
    "strength.per_week": 3,
    "strength.gap_days": 2,
    "strength.race_free_days": 2,
    "session.short_s": 900,
    "session.exercises": (4, 6),
    "session.new": 2,
    "session.new_first_week": 4,
    "session.change_s": 15,
    "stretch.session_s": 60,
    "stretch.week_s": 600,
    "stretch.pre_run_s": 60,
    "progress.sessions": 2,
    "progress.effort": 6,
    "progress.up_per_session": 2,
    "progress.up_days": 7,
    "progress.hard_sets_growth": 0.20,
    "progress.look_back_days": 28,
    "deload.every_weeks": 5,
    "deload.ambers": 3,
    "deload.keep": (0.5, 0.6),
    "gap.repeat_days": 7,
    "gap.down_days": 14,
    "gap.restart_days": 28,
    "start.level_new": 0,
    "start.level_regular": 1,
    "start.level_experienced": 2,
    "start.pain_easy": 4,
    "start.pain_free": 1,
}
TIERS = {"E1": "emergency", "U3": "urgent", "U6": "urgent", "C1": "soon", "C2": "soon", "C5": "soon"}


def levels(*doses: dict) -> tuple[Level, ...]:
    """A ladder of these doses."""
    return tuple(
        Level(variant="v", sources=("S9",), grade="source", why="w", raises="reps" if index else None, **dose)
        for index, dose in enumerate(doses)
    )


STRONG = levels(
    {"sets": 2, "reps": 8, "rest_s": 30},
    {"sets": 2, "reps": 9, "rest_s": 30},
    {"sets": 2, "reps": 10, "rest_s": 30},
    {"sets": 3, "reps": 10, "rest_s": 30},
)
WEIGHTED = (*STRONG[:3], STRONG[3].model_copy(update={"equipment": ("weight",)}))
FLOW = levels(*({"sets": 1, "duration_s": s, "per_side": True} for s in (60, 60, 65)))
STRETCH = levels(*({"sets": 2, "hold_s": s, "per_side": True, "rest_s": 10} for s in (15, 20, 30)))


def exercise(
    name: str, position: str, quality: str, slots: str, ladder: tuple[Level, ...], **more
) -> Exercise:
    """An exercise with a field's worth of nothing in what the rules do not read."""
    rep_s = more.pop("rep_s", 10)
    return Exercise(
        id=name,
        name=name,
        family=name,
        position=position,
        quality=quality,
        pattern=more.pop("pattern", name),
        regions={"trunk": 1},
        slots=tuple(slots.split()),
        steps=("Go.", "Come back."),
        cues=("Slowly.",),
        breath="Breathe.",
        cautions=("Stop at pain.",),
        rep_s=rep_s,
        tempo=Tempo(out_s=rep_s / 2, back_s=rep_s / 2),
        effort=(4, 6),
        doses=(SourceDose(source="S9", entry="1", name=name),),
        resolution="r",
        ladder=ladder,
        feel="f",
        why="w",
        sources=("S9",),
        **more,
    )


def against(question: str) -> tuple[Contraindication, ...]:
    """A contraindication by that question."""
    return (Contraindication(question=question, why="w"),)


EXERCISES = [
    exercise("swing", "standing", "dynamic_mobility", "pre_run post_run cross", FLOW),
    exercise("sway", "standing", "dynamic_mobility", "pre_run post_run cross", FLOW),
    exercise("hold_flow", "standing", "dynamic_mobility", "pre_run cross", FLOW, stretches=("hips",)),
    exercise("floor_flow", "quadruped", "dynamic_mobility", "pre_run", FLOW),
    exercise(
        "card", "standing", "dynamic_mobility", "mid_run", levels(*({"sets": 1, "reps": n} for n in (4, 5)))
    ),
    exercise("card_two", "standing", "dynamic_mobility", "mid_run", levels(*({"sets": 1, "reps": 4},) * 2)),
    exercise("kneel_card", "kneeling", "dynamic_mobility", "mid_run", levels(*({"sets": 1, "reps": 4},) * 2)),
    exercise(
        "calf",
        "standing",
        "static_mobility",
        "pre_run post_run cross recovery",
        STRETCH,
        stretches=("calves",),
        gentle=True,
    ),
    exercise(
        "calf_two", "standing", "static_mobility", "pre_run post_run cross", STRETCH, stretches=("calves",)
    ),
    exercise("cat", "quadruped", "dynamic_mobility", "post_run cross recovery", FLOW, gentle=True),
    exercise("side_flow", "standing", "dynamic_mobility", "cross", FLOW, pattern="side"),
    exercise("wake_soft", "supine", "activation", "cross recovery", WEIGHTED, gentle=True),
    exercise("roll", "supine", "dynamic_mobility", "cross", levels(*({"sets": 2, "reps": 4},) * 2)),
    exercise("wake", "supine", "activation", "post_run cross", WEIGHTED),
    exercise("hips", "supine", "strength", "post_run cross", STRONG, contraindications=against("U3")),
    exercise("brace", "quadruped", "strength", "post_run cross", STRONG),
    exercise("side", "side_lying", "strength", "post_run cross", STRONG),
    exercise("side_two", "side_lying", "strength", "post_run cross", STRONG, pattern="side"),
    exercise("hop", "standing", "strength", "post_run cross", STRONG, impact=True),
    exercise("pull", "supine", "static_mobility", "post_run cross", STRETCH, equipment=("strap", "mat")),
]
ROUTINE = Routine(
    id="two_moves",
    aliases=("S9",),
    name="Two moves",
    source="S9",
    slots=("post_run",),
    per_week=(1, 2),
    items=(
        RoutineItem(exercise="wake", dose=RoutineDose(sets=1, reps=12)),
        RoutineItem(exercise="pull", slot="post_run", dose=RoutineDose(sets=1, hold_s=45, per_side=True)),
    ),
    note="n",
)


def small_library() -> Library:
    """The library."""
    parameters = [
        Parameter(id=id_, values=(Dated(valid_from=FIRST, value=v),), unit="1", grade="ours", why="w")
        for id_, v in NUMBERS.items()
    ]
    questions = [
        Question(
            id=id_,
            tier=tier,
            text="?",
            why="w",
            action="a",
            sources=("S9",),
            short_check=id_ == "E1",
            bone=id_ in ("U6", "C2"),
        )
        for id_, tier in TIERS.items()
    ]
    number = Emergency(country="MY", name="Malaysia", emergency="999", source="s")
    return Library(
        sources={"S9": Source(id="S9", title="t", kind="article", grade="source", checked="text")},
        regions={},
        parameters={p.id: p for p in parameters},
        rule_sets={"2026.1": RuleSetVersion(id="2026.1", valid_from=FIRST, note="n")},
        screening=Screening(
            questions=tuple(questions), safety_net=("Call.",), safety_net_sources=("S9",), numbers=(number,)
        ),
        exercises={e.id: e for e in EXERCISES},
        routines={ROUTINE.id: ROUTINE},
        lessons={},
        clinics={},
        watch_names={},
        messages={},
    )


LIBRARY = small_library()
