"""The WSGI entry; DJANGO_SETTINGS_MODULE names the settings, by default those of home."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backstride.web.settings.home")
application = get_wsgi_application()

from backstride.web.worker import start_worker_at_home  # noqa: E402  (needs the settings in place)

start_worker_at_home()
