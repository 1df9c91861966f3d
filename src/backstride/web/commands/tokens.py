"""Keys for other programs: made, shown once, revoked."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _

from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.keeping.names import shown_name
from backstride.web.models import ApiToken, Runner, User

SCOPES = ("read", "log", "plan")
DAYS = (30, 90, 365)  # the times to choose from; None: until revoked
MOST_TOKENS = 20
_PREFIX = "bs_"


def make_token(
    runner: Runner, *, by: User | None, name: str, scopes: Sequence[str], days: int | None = None
) -> str:
    """A new token, in the only place where it ever stands in clear.

    Raises:
        Refused: no name, no scope or an unknown one, a time that is not offered, or too many tokens.
    """
    key = _PREFIX + secrets.token_urlsafe(32)
    store_token(runner, by=by, name=name, scopes=scopes, days=days, digest=digest_of(key))
    return key


def digest_of(key: str) -> str:
    """What is kept of a key. It is 256 bits of chance, so that a plain hash cannot be guessed back."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


@command(facts=False)
def store_token(
    runner: Runner, *, name: str, scopes: Sequence[str], days: int | None, digest: str
) -> Details:
    if not name.strip():
        raise Refused(_("Give it a name, so that you know later which one it is."), "name")
    if not scopes or set(scopes) - set(SCOPES):
        raise Refused(_("Choose what it may do."), "scopes")
    if days is not None and days not in DAYS:
        raise Refused(_("Choose one of the times offered."), "days")
    now = clock.now()
    if runner.tokens.filter(ApiToken.holding(now)).count() >= MOST_TOKENS:
        raise Refused(_("That is one too many: revoke another one first."), "name")
    token = ApiToken.objects.create(
        runner=runner,
        name=shown_name(name, 64),
        digest=digest,
        scopes=[scope for scope in SCOPES if scope in scopes],
        created_at=now,
        expires_at=now + timedelta(days=days) if days is not None else None,
    )
    return {"token": token.pk}


@command(facts=False)
def revoke_token(runner: Runner, *, token: ApiToken) -> Details:
    """Ends a token at once; its row stays until the purge."""
    if token.runner_id != runner.pk:
        raise Refused("no token of this runner")
    token.revoked_at = token.revoked_at or clock.now()
    token.save(update_fields=["revoked_at"])
    return {"token": token.pk}
