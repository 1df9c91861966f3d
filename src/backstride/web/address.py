"""Where this Backstride is found, for links outside of a request."""

from pathlib import Path

from django.conf import settings


def site_url() -> str:
    """Its address without a slash at the end: a server's first host, at home the port in use."""
    if not settings.HOME:
        return f"https://{settings.ALLOWED_HOSTS[0].lstrip('.')}"
    try:
        port = (Path(settings.FOLDER) / "port").read_text(encoding="utf-8").strip()
    except OSError:
        port = ""
    return f"http://127.0.0.1:{port}" if port else "http://127.0.0.1"
