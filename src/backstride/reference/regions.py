"""The page of the regions of the body: what a week owes each, and what works it."""

from backstride.knowledge import Library
from backstride.knowledge.schema.source import Region
from backstride.reference.markdown import plain
from backstride.reference.page import REGIONS, Page


def regions_page(library: Library) -> Page:
    """Every region."""
    page = Page(REGIONS, library)
    page.title("Regions of the body")
    page.say(
        "A need, from 0 to 10, is how much a balanced week owes a region, by kind of work. All needs are our "
        f"own choice, for a clinician to review{_used(page)}."
    )
    for region in library.regions.values():
        _region(page, region)
    page.written_from("regions.yaml")
    return page


def _used(page: Page) -> str:
    return f"; {page.rule('O2')} says how they are used" if "O2" in page.library.rule_texts else ""


def _region(page: Page, region: Region) -> None:
    page.heading(region.name)
    page.say(f"{plain(region.why)} ({page.grade(region.grade)}; {page.sources(region.sources)})")
    exercises = page.library.exercises.values()
    working = sorted(
        (e for e in exercises if region.id in e.regions), key=lambda e: (-e.regions[region.id], e.id)
    )
    worked = ", ".join(f"{page.exercise(e.id)} {e.regions[region.id]:.0%}" for e in working)
    stretched = ", ".join(page.exercise(e.id) for e in exercises if region.id in e.stretches)
    names = [region.id, *region.aliases]
    page.bullets(
        (
            f"**Need:** strength {region.strength_need}, mobility {region.mobility_need}",
            f"**Group:** {region.group.replace('_', ' and ' if region.group == 'legs_hips' else ' ')}",
            f"**Worked by:** {worked or 'no exercise of the library'}",
            *([f"**Stretched by:** {stretched}"] if stretched else ()),
            f"**Names to give it:** {', '.join(f'`{name}`' for name in names)}",
        )
    )
