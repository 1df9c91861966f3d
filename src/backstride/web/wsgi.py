"""The WSGI entry; DJANGO_SETTINGS_MODULE names the settings, by default those of home."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backstride.web.settings.home")
application = get_wsgi_application()

from backstride.web.worker import start_worker_at_home  # noqa: E402  (needs the settings in place)

start_worker_at_home()

from django.urls import get_resolver  # noqa: E402

from backstride.knowledge.loader import load  # noqa: E402

# The first visitor should not wait for what every visitor needs.
load()
_ = get_resolver().url_patterns
# All of that stays for good: looking through it for garbage held up one page in twenty by 0.1 s.
gc.collect()
gc.freeze()
