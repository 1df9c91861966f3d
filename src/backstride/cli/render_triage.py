"""Stops, open questions and the safety net."""

from backstride.cli.page import Page
from backstride.decision import Decision, Triage


def show_stop(page: Page, decision: Decision, country: str | None) -> None:
    """Whom to call, what to do, why, and the safety net; nothing to do for the back."""
    triage, messages = decision.triage, page.library.messages
    kind = triage.tier if triage.tier in ("emergency", "urgent") else "young"
    page.title(messages[f"cli.stop_{kind}"])
    number = _number(page, country, urgent=kind == "urgent") if kind != "young" else None
    if number is not None:
        page.out.print()
        page.line(number, style="bold red")
    page.heading("What to do")
    page.bullets(triage.advice)
    if number is None and kind != "young":
        _all_numbers(page, country)
    page.heading("Why")
    page.bullets(reason.why for reason in triage.reasons)
    show_safety_net(page, triage)


def show_questions(page: Page, decision: Decision) -> None:
    """Which questions to answer first, and why."""
    triage = decision.triage
    page.title(page.library.messages["cli.needs_screening"])
    show_caution(page, triage, with_reasons=False)
    page.out.print()
    page.bullets(reason.why for reason in triage.reasons)
    page.heading("Please answer")
    for question in triage.ask:
        page.line(f"{question}  {page.library.questions[question].text}", indent=2, hang=4)
    page.out.print()
    page.line(
        "At a terminal 'backstride week' asks them. Else write the answers (yes, no or unsure) and when you "
        "gave them into the profile, under screening: answers and at.",
        style="dim",
    )
    show_safety_net(page, triage)


def show_caution(page: Page, triage: Triage, *, with_reasons: bool = True) -> None:
    """What to do beside the week, where somebody should look at the back; else nothing."""
    if triage.tier == "self_care":
        return
    page.out.print()
    page.bullets(triage.advice, style="bold yellow")
    if with_reasons:
        page.bullets((reason.why for reason in triage.reasons), indent=2)


def show_safety_net(page: Page, triage: Triage, *, short: bool = False) -> None:
    """The signs to call for; `short` as one paragraph."""
    first, *signs = triage.safety_net
    if short:
        page.out.print()
        page.line(" ".join((first, *signs)), style="dim")
        return
    page.heading("Safety net")
    page.line(first)
    page.bullets(signs)


def _number(page: Page, country: str | None, *, urgent: bool) -> str | None:
    """Whom to call in that country, or None where the library does not know."""
    wanted = (country or "").strip().upper()
    found = next((number for number in page.library.screening.numbers if number.country == wanted), None)
    if found is None:
        return None
    worse = page.library.messages["cli.stop_worse"]
    if urgent and found.urgent:
        return f"{found.name}: {found.urgent}; {worse}: {found.emergency}"
    return f"{found.name}: {found.emergency}" + (f" ({worse})" if urgent else "")


def _all_numbers(page: Page, country: str | None) -> None:
    """Every country's number, countries with the same number together."""
    key = "cli.unknown_country" if country else "cli.no_country"
    page.out.print()
    page.line(page.library.message(key, {"country": country}))
    names: dict[str, list[str]] = {}
    for number in page.library.screening.numbers:
        names.setdefault(number.emergency, []).append(number.name)
    page.bullets(f"{number}: {', '.join(where)}" for number, where in names.items())
