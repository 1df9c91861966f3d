"""The figures of the exercises, as pictures."""

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from backstride.knowledge.figures import load_figures
from backstride.knowledge.loader import load
from backstride.web.telling.figures import KINDS, edition, forms

_A_YEAR_S = 365 * 24 * 60 * 60
_STEPS = 3
# A picture that stands alone has its style within; nothing else may load or run.
_POLICY = {"default-src": [NONE], "style-src": [UNSAFE_INLINE]}


@csp(_POLICY)  # type: ignore[arg-type]
@require_safe
def figure(request: HttpRequest, exercise: str, form: int, kind: str, digest: str) -> HttpResponse:
    """An SVG, for everybody; the address of an older edition leads to the newest one."""
    if kind not in KINDS or exercise not in load_figures().movements:
        raise Http404
    names = forms(load().exercises[exercise])
    if form >= len(names):
        raise Http404
    newest = edition(exercise)
    if digest != newest:
        return redirect("figure", exercise, form, kind, newest)
    etag = f'"{newest}"'
    answer = HttpResponse(_kept(exercise, names[form], kind, newest), content_type="image/svg+xml")
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = f"public, max-age={_A_YEAR_S}, immutable"
    return get_conditional_response(request, etag, response=answer) or answer


def _kept(exercise: str, form: str, kind: str, digest: str) -> str:
    """The picture, drawn once."""
    key = f"figure-{exercise}-{digest}-{kind}-{forms(load().exercises[exercise]).index(form)}"
    drawn: str | None = cache.get(key)
    if drawn is None:
        drawn = _drawn(exercise, form, kind)
        cache.set(key, drawn, timeout=None)
    return drawn


def _drawn(exercise: str, form: str, kind: str) -> str:
    # What draws takes a second to load, and most processes never draw.
    from backstride.body.draw import svg
    from backstride.body.track import track

    moving = track(exercise, form)
    if kind == "thumb":
        return svg.thumbnail(moving)
    if kind == "steps":
        return svg.strip(moving, _STEPS)
    return svg.still(moving) if kind == "still" else svg.animated(moving)
