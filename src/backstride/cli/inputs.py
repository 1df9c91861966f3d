"""What the commands that decide are given: files and a profile, gathered into facts."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from backstride.cli.calendars import entries, name_of_source, plan_in
from backstride.cli.files import name_of, read_text
from backstride.cli.importing import held, imported, taken
from backstride.cli.moment import moment, this_moment
from backstride.cli.playing.log import logged
from backstride.cli.refusal import BadInput
from backstride.cli.scenarios import named
from backstride.knowledge import Library
from backstride.profile import Facts, missing, read_profile, scenario_of
from backstride.resolve import check_names, read_scenario
from backstride.runs.activity import Import
from backstride.runs.guess.values import Plan
from backstride.runs.history import History, history
from backstride.scenario import Scenario


@dataclass(frozen=True)
class Inputs:
    """The facts known so far, where they come from, and what the watch files and a calendar gave."""

    facts: Facts
    now: datetime
    where: str
    read: Import | None = None
    runs: History | None = None
    plan: Plan | None = None
    calendar: str = ""

    def missing(self) -> tuple[str, ...]:
        """The runner's fields that have to be asked for. Raises BadInput where a given one is wrong."""
        with named(self.where):
            return missing(self.facts, self.now)

    def scenario(self, library: Library) -> Scenario:
        """The scenario in the form that it has after being saved. Raises BadInput."""
        with named(self.where):
            facts = self.facts
            if self.runs is not None:
                facts = facts | {"runs": [run.model_dump(mode="json") for run in self.runs.runs]}
            scenario = read_scenario(scenario_of(facts, self.now).model_dump_json())
            check_names(scenario, library)
        return scenario

    def with_facts(self, facts: Facts) -> "Inputs":
        """The same with other facts."""
        return replace(self, facts=facts)


def gather(
    runs: list[Path] | None,
    profile: Path | None,
    now: str | None,
    calendar: str | None,
    store: Path | None = None,
    log: Path | None = None,
) -> Inputs:
    """Reads everything that was named; runs beside a store are taken into it. Raises BadInput.

    The sessions of a log are added to the profile's own.
    """
    facts: Facts = {}
    where = "profile"
    if profile is not None:
        where = name_of(profile)
        with named(where):
            facts = read_profile(read_text(profile))
    at = _now(now, facts, where)
    facts = {key: value for key, value in facts.items() if key != "now"}
    plan = plan_in(calendar, at) if calendar is not None else None
    if plan is not None:
        facts["calendar"] = entries(plan)
    if log is not None:
        facts["sessions"] = _with_log(facts.get("sessions"), log)
    inputs = Inputs(facts, at, where, plan=plan, calendar=name_of_source(calendar or ""))
    inputs.missing()  # what is wrong is said before minutes are spent on reading or asking
    if store is not None:
        return _with_store(inputs, store, runs)
    return with_runs(inputs, runs) if runs else inputs


def _with_log(given: Any, log: Path) -> Any:
    """The profile's sessions and the log's; a session that stands in both counts once."""
    done = logged(log)
    if not isinstance(given, list):
        return given if given else done  # what is wrong with it is said where it is validated
    known = {_key(session) for session in given}
    return [*given, *(session for session in done if _key(session) not in known)]


def _key(session: Any) -> tuple[str, str]:
    """When a session was, and in which slot."""
    fields = session if isinstance(session, dict) else {}
    return str(fields.get("at")), str(fields.get("slot"))


def _with_store(inputs: Inputs, store: Path, paths: list[Path] | None) -> Inputs:
    read = taken(paths, store).runs if paths else held(store)
    if not read.activities:
        raise BadInput(f"{store}: no run in it; 'backstride runs' with files and this store says why")
    return replace(inputs, read=read, runs=history(read.activities, inputs.now))


def with_runs(inputs: Inputs, paths: list[Path]) -> Inputs:
    """The inputs with the runs of these files in place of any others. Raises BadInput."""
    read = imported(paths)
    if not read.activities:
        shown = ", ".join(str(path) for path in paths)
        reasons = sorted({left.reason for left in read.left_out})
        why = reasons[0] if len(reasons) == 1 else "'backstride runs' with the same path says why"
        raise BadInput(f"{shown}: no run among {len(read.left_out)} files: {why}")
    return replace(inputs, read=read, runs=history(read.activities, inputs.now))


def _now(given: str | None, facts: Facts, where: str) -> datetime:
    if given is not None:
        return moment(given, "--now")
    written = facts.get("now")
    if written is None:
        return this_moment()
    return moment(written if isinstance(written, str) else repr(written), f"{where}: now")
