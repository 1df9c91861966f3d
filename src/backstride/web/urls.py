"""Every address, by area. A new one needs its row in the access matrix (tests/web/access.yaml)."""

from django.urls import URLPattern, URLResolver, path

from backstride.web.pages import (
    about,
    clearance,
    enter,
    feeling,
    help_page,
    screening,
    settings,
    today,
    welcome,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", today.today, name="today"),
    path("enter/", enter.closed, name="enter"),
    path("enter/<str:token>", enter.enter, name="enter_with"),
    path("leave/", enter.leave, name="leave"),
    # From nothing to the first week
    path("welcome/", welcome.welcome, name="welcome"),
    path("start/", welcome.start, name="start"),
    path("demo/", welcome.demo, name="demo"),
    path("demo/remove/", welcome.demo_remove, name="demo_remove"),
    path("screening/", screening.screening, name="screening"),
    path("screening/all/", screening.screening_all, name="screening_all"),
    path("screening/check/", screening.screening_check, name="screening_check"),
    path("screening/cleared/", clearance.clearance, name="clearance"),
    path("screening/<int:number>/", screening.screening_question, name="screening_question"),
    path("feeling/", feeling.feeling, name="feeling"),
    # What the runner told, and how they are told things
    path("about/", about.about, name="about"),
    path("about/days/", about.about_days, name="about_days"),
    path("about/you/", about.about_you, name="about_you"),
    path("about/exercises/", about.about_exercises, name="about_exercises"),
    path("settings/", settings.settings, name="settings"),
    path("settings/delete/", settings.settings_delete, name="settings_delete"),
    path("help/", help_page.help_page, name="help"),
]
