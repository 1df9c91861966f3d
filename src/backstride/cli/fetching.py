"""A calendar from its address, refused in the way of the command line."""

from backstride.cli.refusal import BadInput
from backstride.runs.read.plans import fetch
from backstride.runs.read.plans.fetch import NotFetched, is_address, shown

__all__ = ["fetched", "is_address", "shown"]


def fetched(address: str) -> bytes:
    """What stands at an address: http, https, or webcal, which is https.

    Raises:
        BadInput: another kind of address, no answer, an error, more than 20 MiB or 60 s; names the host.
    """
    try:
        return fetch.fetched(address)
    except NotFetched as refusal:
        raise BadInput(str(refusal)) from None
