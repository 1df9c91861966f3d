"""Settings for the tests: a folder of its own, a database in it or, by `DATABASE_URL`, elsewhere."""

import os
import tempfile

if "BACKSTRIDE_DATA" not in os.environ:
    os.environ["BACKSTRIDE_DATA"] = tempfile.mkdtemp(prefix="backstride-test-")

import dj_database_url

from backstride.web.settings.accounts import *
from backstride.web.settings.accounts import ACCOUNT_APPS, ACCOUNT_MIDDLEWARE
from backstride.web.settings.home import *

# The tables of accounts are there for the tests of the server's pages; the addresses are those of home.
INSTALLED_APPS = [*INSTALLED_APPS, *ACCOUNT_APPS]
MIDDLEWARE = [*MIDDLEWARE, ACCOUNT_MIDDLEWARE]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend", *AUTHENTICATION_BACKENDS]
if os.environ.get("DATABASE_URL"):
    DATABASES["default"] = dict(dj_database_url.parse(os.environ["DATABASE_URL"]))

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
