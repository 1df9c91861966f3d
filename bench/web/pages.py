"""The pages to visit: one of each kind that links lead to from today's page."""

import html
import os
import re
from urllib.parse import urljoin, urlsplit

from bench.web.visit import Visitor

# Not pages, or measured as part of one.
_PARTS = ("picture", "figure", "past_week_file", "openapi-json")


def addresses(visitor: Visitor) -> dict[str, str]:
    """The first address of each kind, by its name in the URL table."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backstride.web.settings.home")
    import django
    from django.urls import Resolver404, resolve

    django.setup()
    found: dict[str, str] = {}
    ahead = ["/", "/screening/check/"]
    while ahead:
        path = ahead.pop(0)
        try:
            name = resolve(urlsplit(path).path).url_name or ""
        except Resolver404:
            continue
        if name in found or name in _PARTS:
            continue
        status, body, headers, _ = visitor.get(path)
        if status != 200 or not headers["content-type"].startswith("text/html"):
            continue
        found[name] = path
        links = re.findall(r'<a\b[^>]*\bhref="([^"#]+)', visitor.text(body, headers))
        ahead += [urljoin(path, html.unescape(link)) for link in links if not re.match(r"[a-z]+:", link)]
    return found
