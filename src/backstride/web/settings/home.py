"""One runner on their own machine: loopback only, no sign-up, SQLite in the user's data folder."""

from backstride.web.settings.base import *
from backstride.web.settings.environment import Environment
from backstride.web.settings.folder import data_folder, secret_key

FOLDER = data_folder()
SECRET_KEY = secret_key(FOLDER)
HOME = True

# Any other name in the Host header would be a page elsewhere that reaches in through the browser.
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
SESSION_COOKIE_NAME = "backstride_home"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 365
LOGIN_URL = "enter"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": FOLDER / "backstride.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
MEDIA_ROOT = FOLDER / "files"
# Without a mail server there is no mail; none is written to the terminal, where others may look.
_env = Environment()
MAIL = bool(_env.text("BACKSTRIDE_MAIL_URL"))
if MAIL:
    globals().update(_env.mail("BACKSTRIDE_MAIL_URL"))
    DEFAULT_FROM_EMAIL = _env.needed("BACKSTRIDE_MAIL_FROM")
    _env.finish()
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL else 'dummy'}.EmailBackend"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": FOLDER / "cache",
    }
}
