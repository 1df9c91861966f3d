"""Access for other programs: the tokens there are, a new one, revoking."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.tokens import make_token, revoke_token
from backstride.web.forms.tokens import SCOPE_WORDS, TokenForm
from backstride.web.models import ApiToken, Runner
from backstride.web.pages.asking import for_runner, signed_in


@for_runner
def tokens(request: HttpRequest, runner: Runner) -> HttpResponse:
    """The list, and a form. A new token is shown in the answer itself: it is nowhere to be seen again."""
    form, made = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            made = make_token(runner, by=signed_in(request), **form.told())
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            form = TokenForm()
    now = clock.now()
    held = runner.tokens.filter(ApiToken.holding(now))
    over = runner.tokens.filter(Q(revoked_at__isnull=False) | Q(expires_at__lte=now))
    told = {"form": form, "made": made, "held": [(t, _words(t)) for t in held], "over": over}
    return render(request, "backstride/tokens.html", told)


@require_POST
@for_runner
def token_revoke(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """Ends one at once."""
    token = get_object_or_404(ApiToken, pk=pk, runner=runner)
    revoke_token(runner, by=signed_in(request), token=token)
    messages.success(request, _("Revoked: “%(name)s” no longer gets in.") % {"name": token.name})
    return redirect("tokens")


def _words(token: ApiToken) -> list[str]:
    return [str(SCOPE_WORDS[scope]) for scope in token.scopes if scope in SCOPE_WORDS]
