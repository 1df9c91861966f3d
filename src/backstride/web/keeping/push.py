"""Web push: the server's key as browsers want it, and a message sent."""

import base64
import json
from importlib.util import find_spec
from typing import Any

from django.conf import settings

from backstride.web.models import PushDevice

_TTL_S = 2 * 60 * 60
_TIMEOUT_S = 10
_GONE = (404, 410)


class NotSent(RuntimeError):
    """The push service did not take it; `gone` says that the device is no longer there."""

    def __init__(self, *, gone: bool) -> None:
        super().__init__("gone" if gone else "not taken")
        self.gone = gone


def can_push() -> bool:
    """Whether this server has a key and the library for it."""
    return bool(settings.VAPID_PRIVATE_KEY) and find_spec("pywebpush") is not None


def public_key() -> str:
    """The server's public key, as `applicationServerKey` of a browser takes it."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    from py_vapid import Vapid02

    key = Vapid02.from_string(settings.VAPID_PRIVATE_KEY).public_key
    point = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()


def push(device: PushDevice, message: dict[str, Any]) -> None:
    """Sends a message, encrypted for the device. Raises NotSent."""
    import requests
    from pywebpush import WebPushException, webpush

    with requests.Session() as session:
        session.max_redirects = 0  # a push service has none; another address was never checked
        try:
            webpush(
                {"endpoint": device.endpoint, "keys": {"p256dh": device.p256dh, "auth": device.auth}},
                json.dumps(message),
                vapid_private_key=settings.VAPID_PRIVATE_KEY,
                vapid_claims={"sub": settings.VAPID_CONTACT},
                ttl=_TTL_S,
                timeout=_TIMEOUT_S,
                requests_session=session,
            )
        except WebPushException as error:
            raise NotSent(gone=getattr(error.response, "status_code", None) in _GONE) from None
        except (requests.RequestException, ValueError, TypeError):
            raise NotSent(gone=False) from None
