"""What everything rests on: the sources, and the rules in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from backstride.web.pages.public import foreign, library_of_page, public
from backstride.web.telling.rules import rules_told
from backstride.web.telling.sources_page import all_grades, all_sources


@public
def sources(request: HttpRequest) -> HttpResponse:
    """Every source, and what the words for how sure mean."""
    library = library_of_page()
    told = {"sources": all_sources(library), "grades": all_grades(library), "foreign": foreign()}
    return render(request, "backstride/sources.html", told)


@public
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule, with its numbers and their sources."""
    library = library_of_page()
    told = {"groups": rules_told(library), "version": library.rules().version, "foreign": foreign()}
    return render(request, "backstride/rules.html", told)
