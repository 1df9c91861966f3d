"""Clinics as a list: where each is and how to reach it."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console

from backstride.cli.page import Page
from backstride.knowledge import Library
from backstride.knowledge.clinics import whatsapp_link
from backstride.knowledge.schema.clinic import Clinic


def as_data(clinic: Clinic, km: float | None) -> dict[str, Any]:
    """A clinic as JSON data, with its WhatsApp link and its distance in km, `None` where it is not asked."""
    far = None if km is None else round(km, 1)
    return clinic.model_dump(mode="json") | {"whatsapp_link": whatsapp_link(clinic), "distance_km": far}


def show_clinics(out: Console, found: Sequence[tuple[Clinic, float | None]], library: Library) -> None:
    """The clinics in the order given, with their distance where it is known."""
    page = Page(out, library)
    for clinic, km in found:
        page.title(clinic.name)
        page.line(clinic.address, indent=2)
        page.line(f"Phone {clinic.phone}; WhatsApp {whatsapp_link(clinic)}", indent=2)
        if km is not None:
            page.line(far_words(clinic, km), indent=2)
        out.print()
    sources = ", ".join(dict.fromkeys(clinic.source for clinic, _ in found))
    page.line(f"{len(found)} clinics, from {sources}.", style="dim")
    page.line(library.message("cli.clinics_note", {}), style="dim")
    if any(km is not None for _, km in found):
        page.line(library.message("cli.clinics_far", {}), style="dim")


def far_words(clinic: Clinic, km: float) -> str:
    """A distance in whole km: `about 12 km (to the town)` where the clinic's coordinates are the town's."""
    far = f"{km:.0f} km" if km >= 1 else "less than 1 km"
    about = "about " if clinic.approximate and km >= 1 else ""
    return f"{about}{far} (to the town)" if clinic.approximate else far
