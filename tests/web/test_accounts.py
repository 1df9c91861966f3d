"""Accounts of a server: sign-up, confirmation, log-in, codes, reset, and what ends a session."""

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings as django_settings
from django.core import mail
from django.core.cache import cache
from django.test import Client

from backstride.web.models import User
from web.working import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.urls("backstride.web.urls_server")]
ADDRESS, PASSWORD, OTHER = "jane@example.org", "a long sentence 7", "another sentence 8"


@pytest.fixture(autouse=True)
def _server(settings: Any) -> None:
    settings.HOME = False
    settings.SIGNUP_OPEN = True
    settings.LOGIN_URL = "account_login"
    settings.AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
    cache.clear()


def person(address: str = ADDRESS) -> User:
    user = User.objects.create_user("u1", email=address, password=PASSWORD)
    EmailAddress.objects.create(user=user, email=address, primary=True, verified=True)
    return user


def log_in(client: Client, password: str = PASSWORD, address: str = ADDRESS) -> Any:
    return client.post("/account/login/", {"login": address, "password": password})


def confirm_access(client: Client) -> None:
    """What changes how one gets in asks for the password once more."""
    client.post("/account/reauthenticate/", {"password": PASSWORD})


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session and client.get("/welcome/").status_code == 200


def link_in(message: Any) -> str:
    found = re.search(r"https?://[^/\s]+(/account/\S+)", str(message.body))
    assert found is not None
    return found[1]


def test_sign_up_confirm_and_come_in(client: Client) -> None:
    answer = client.post("/account/signup/", {"email": ADDRESS, "password1": PASSWORD, "password2": PASSWORD})
    assert answer.status_code == 302
    assert not is_in(client)
    (message,) = mail.outbox
    assert message.to == [ADDRESS]
    link = link_in(message)
    client.get(link)
    assert not EmailAddress.objects.get().verified, "opening a link, as filters of mail do, confirms nothing"
    client.post(link)
    assert EmailAddress.objects.get().verified
    log_in(client)
    assert is_in(client)
    assert "jane" not in User.objects.get().username
    assert "Ten minutes for your back" in text_of(client.get("/", follow=True))


@pytest.mark.parametrize("weak", ["short", "password123", "jane@example.org"])
def test_weak_passwords_are_refused_beside_their_field(client: Client, weak: str) -> None:
    page = client.post("/account/signup/", {"email": ADDRESS, "password1": weak, "password2": weak})
    assert 'id="id_password1_error"' in page.content.decode()
    assert not User.objects.exists()


def test_sign_up_can_be_closed(client: Client, settings: Any) -> None:
    settings.SIGNUP_OPEN = False
    client.post("/account/signup/", {"email": ADDRESS, "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.exists()
    assert "closed" in text_of(client.get("/account/signup/")).lower()


def test_whether_an_address_is_known_is_not_told(client: Client) -> None:
    person()
    sent = {"password1": PASSWORD, "password2": PASSWORD}
    known = client.post("/account/signup/", {"email": ADDRESS, **sent})
    other = Client().post("/account/signup/", {"email": "new@example.org", **sent})
    assert (known.status_code, known.headers["Location"]) == (other.status_code, other.headers["Location"])
    wrong = text_of(log_in(Client(), "wrong password"))
    nobody = text_of(log_in(Client(), address="nobody@example.org"))
    assert "not correct" in wrong
    assert wrong == nobody
    resets = [
        Client().post("/account/password/reset/", {"email": a}) for a in (ADDRESS, "nobody@example.org")
    ]
    assert len({(r.status_code, r.headers["Location"]) for r in resets}) == 1


def test_log_out_ends_the_session_on_the_server(client: Client) -> None:
    person()
    log_in(client)
    old = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    client.get("/account/logout/")
    assert is_in(client), "a link alone logs nobody out"
    client.post("/leave/")
    stolen = Client()
    stolen.cookies[django_settings.SESSION_COOKIE_NAME] = old
    assert not is_in(stolen)


def test_a_new_password_ends_all_other_sessions(client: Client) -> None:
    person()
    other = Client()
    log_in(client)
    log_in(other)
    assert is_in(other)
    sent = {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER}
    assert client.post("/account/password/change/", sent).status_code == 302
    assert is_in(client)
    assert other.get("/welcome/").status_code == 302


def test_a_reset_by_mail_ends_all_sessions(client: Client) -> None:
    person()
    log_in(client)
    visitor = Client()
    visitor.post("/account/password/reset/", {"email": ADDRESS})
    link = link_in(mail.outbox[-1])
    form = visitor.get(link, follow=True)
    visitor.post(form.redirect_chain[-1][0], {"password1": OTHER, "password2": OTHER})
    assert client.get("/welcome/").status_code == 302
    log_in(visitor, OTHER)
    assert is_in(visitor)
    assert "Bad Token" in text_of(Client().get(link, follow=True)), "the link works once"


def test_wrong_passwords_are_limited(client: Client) -> None:
    person()
    for _ in range(5):
        log_in(client, "wrong password")
    assert "Too many failed login attempts" in text_of(log_in(client))
    assert not is_in(client)


def test_a_code_of_an_app_is_asked_for_after_the_password(client: Client) -> None:
    person()
    log_in(client)
    assert client.get("/account/2fa/totp/activate/").status_code == 302
    confirm_access(client)
    page = client.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    assert "data:image/svg+xml" in page.content.decode()
    answer = client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})
    assert answer.status_code == 302
    assert Authenticator.objects.filter(type="totp").exists()
    visitor = Client()
    log_in(visitor)
    assert not is_in(visitor)
    visitor.post("/account/2fa/authenticate/", {"code": "000000"})
    assert not is_in(visitor)
    recovery = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    for tries in (True, False):  # each recovery code works once
        visitor = Client()
        log_in(visitor)
        visitor.post("/account/2fa/authenticate/", {"code": recovery})
        assert is_in(visitor) is tries


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


ENTRANCE = ("login/", "signup/", "password/reset/", "password/reset/done/", "confirm-email/", "inactive/")
INSIDE = (
    "email/",
    "password/change/",
    "logout/",
    "reauthenticate/",
    "2fa/",
    "2fa/totp/activate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "2fa/recovery-codes/generate/",
)


@pytest.mark.parametrize("path", [*ENTRANCE, *INSIDE])
def test_the_pages_are_in_our_look_and_bear_a_strict_policy(client: Client, path: str) -> None:
    if path in INSIDE:
        person()
        log_in(client)
        confirm_access(client)
    answer = client.get(f"/account/{path}")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "backstride/style.css" in page
    assert "<main" in page
    assert len(re.findall(r"<h1\b", page)) == 1
    assert " style=" not in page
    assert "<style" not in page
    for script in re.findall(r"<script\b[^>]*>", page):
        assert 'src="/static/' in script or 'type="application/json"' in script
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    for field in re.findall(r'<input\b[^>]*type="(?:text|email|password)"[^>]*id="([^"]+)"', page):
        assert f'for="{field}"' in page


def test_passkeys_are_offered(client: Client) -> None:
    page = client.get("/account/login/").content.decode()
    assert 'id="passkey_login"' in page
    answer = client.get("/account/2fa/webauthn/login/", headers={"X-Requested-With": "XMLHttpRequest"})
    options = answer.json()["request_options"]["publicKey"]
    assert options["challenge"]
