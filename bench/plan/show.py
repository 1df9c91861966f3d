"""Prints what was measured."""

from collections.abc import Iterable
from statistics import quantiles

from bench.plan.measure import Clock, Timed
from bench.plan.reference import CAP_S, Compared

SLOWEST = 8


def show(timed: list[Timed], unplanned: int, gap: float) -> None:
    """The table of times, the gaps, the faults, and the slowest weeks."""
    replans = [one for one in timed if one.case.replan]
    print(f"{len(timed)} weeks composed, {len(replans)} of them replans with one changed fact;")
    print(f"{unplanned} more not to be planned (see somebody first, or answer the questions again)\n")
    print(f"{'milliseconds':34}{'median':>9}{'p95':>9}{'p99':>9}{'max':>9}")
    _rows("decide()", [one.whole for one in timed])
    _rows("model, built and solved", [one.model for one in timed])
    if replans:
        _rows("decide(), replans", [one.whole for one in replans])
        _rows("model, replans", [one.model for one in replans])
    gaps = [one.gap for one in timed]
    print(f"\ngaps: median {_cut(gaps)[49]:.4f}, largest {max(gaps):.4f}", end="; ")
    print(f"not proven to {gap:.0%}: {sum(g > gap for g in gaps)} weeks")
    faults = [(one.case.name, fault) for one in timed for fault in one.faults]
    print(f"found by the checker: {len(faults)} broken rules")
    for name, fault in faults[:SLOWEST]:
        print(f"  {name}: {fault}")
    print("\nthe slowest, decide() and its model in ms:")
    for one in sorted(timed, key=lambda one: -one.whole.ms)[:SLOWEST]:
        print(f"  {one.whole.ms:7.1f} {one.model.ms:7.1f}  {one.case.name}")


def show_compared(found: Iterable[Compared]) -> None:
    """The ratios against the solver's defaults."""
    print(
        f"\nthe same model as one weighted sum at the solver's defaults, to the same gap, {CAP_S:g} s at most"
    )
    for one in found:
        ours, theirs = _cut(one.ours_ms), _cut(one.theirs_ms)
        print(
            f"  {one.title}: median {theirs[49]:.0f} ms (ours {ours[49]:.1f}), ratio {one.ratio:.1f},"
            f" over all {sum(one.theirs_ms) / sum(one.ours_ms):.1f};"
            f" {one.capped} of {len(one.ours_ms)} not proven in time"
        )


def _rows(title: str, clocks: list[Clock]) -> None:
    for name, values in ((title, [c.ms for c in clocks]), ("  of it processor", [c.cpu_ms for c in clocks])):
        cut = _cut(values)
        print(f"{name:34}{cut[49]:9.1f}{cut[94]:9.1f}{cut[98]:9.1f}{max(values):9.1f}")


def _cut(values: list[float]) -> list[float]:
    return quantiles(values, n=100, method="inclusive") if len(values) > 1 else values * 99
