"""Every address, by area. A new one needs its row in the access matrix (tests/web/access.yaml)."""

from django.urls import URLPattern, URLResolver, path

from backstride.web.pages import enter, today

urlpatterns: list[URLPattern | URLResolver] = [
    path("", today.today, name="today"),
    path("enter/", enter.closed, name="enter"),
    path("enter/<str:token>", enter.enter, name="enter_with"),
    path("leave/", enter.leave, name="leave"),
]
