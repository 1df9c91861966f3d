"""Settings for the tests: a folder of its own, a database in it or, by `DATABASE_URL`, elsewhere."""

import os
import tempfile

if "BACKSTRIDE_DATA" not in os.environ:
    os.environ["BACKSTRIDE_DATA"] = tempfile.mkdtemp(prefix="backstride-test-")

from backstride.web.settings.home import *

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
