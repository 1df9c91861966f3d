"""A server for many runners: everything comes from the environment, as docs/server.md tells."""

from pathlib import Path

import dj_database_url

from backstride.web.settings.accounts import *
from backstride.web.settings.accounts import ACCOUNT_APPS, ACCOUNT_MIDDLEWARE
from backstride.web.settings.base import *
from backstride.web.settings.environment import Environment
from backstride.web.settings.logs import logging_at

HOME = False
_env = Environment()

SECRET_KEY = _env.needed("BACKSTRIDE_SECRET_KEY", "-")
SECRET_KEY_FALLBACKS = _env.words("BACKSTRIDE_OLD_SECRET_KEYS")
ALLOWED_HOSTS = [*filter(None, _env.needed("BACKSTRIDE_HOSTS").replace(" ", "").split(","))]
if "*" in ALLOWED_HOSTS:
    _env.faults.append("BACKSTRIDE_HOSTS must name hosts; * lets links in mails be forged")
_database = _env.needed("DATABASE_URL", "sqlite://")
_files = _env.needed("BACKSTRIDE_FILES", "/nowhere")
_mail = _env.mail("BACKSTRIDE_MAIL_URL")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _env.needed("BACKSTRIDE_MAIL_FROM")
STATIC_ROOT = _env.text("BACKSTRIDE_STATIC", str(Path(_files) / "static"))
PROXIES = _env.number("BACKSTRIDE_PROXIES", 0)
SIGNUP_OPEN = _env.flag("BACKSTRIDE_SIGNUP", default=True)
SECURE_HSTS_SECONDS = _env.number("BACKSTRIDE_HSTS_SECONDS", 31_536_000)
VAPID_PRIVATE_KEY = _env.text("BACKSTRIDE_VAPID_PRIVATE_KEY")
VAPID_CONTACT = _env.text("BACKSTRIDE_VAPID_CONTACT", f"mailto:{DEFAULT_FROM_EMAIL}")
_level = _env.text("BACKSTRIDE_LOG_LEVEL", "WARNING").upper()
if _level not in ("DEBUG", "INFO", "WARNING", "ERROR"):
    _env.faults.append("BACKSTRIDE_LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR")
try:
    _connection = dj_database_url.parse(_database, conn_max_age=60, conn_health_checks=True)
except ValueError:
    _connection = {}
    _env.faults.append("DATABASE_URL must be like postgres://user:password@host/database")
_env.finish()

DATABASES = {"default": _connection}
if "sqlite" in str(_connection["ENGINE"]):
    # No health checks and no shared connections there; the same journal as at home.
    DATABASES["default"] |= {
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
MEDIA_ROOT = Path(_files) / "originals"
# Every process of the server must see the same counts of tries, so they stand in the database.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
globals().update(_mail)
MAIL = True

ROOT_URLCONF = "backstride.web.urls_server"
INSTALLED_APPS = [*INSTALLED_APPS, *ACCOUNT_APPS]
MIDDLEWARE = [*MIDDLEWARE, ACCOUNT_MIDDLEWARE, "backstride.web.limits.LimitsMiddleware"]

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False

SECURE_SSL_REDIRECT = True
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
# The browser takes cookies of these names over HTTPS only, and from this very host.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = logging_at(_level)
