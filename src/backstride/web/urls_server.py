"""The addresses of a server: all of home's, and those of accounts."""

from django.urls import include, path

from backstride.web.urls import urlpatterns as shared

urlpatterns = [*shared, path("account/", include("allauth.urls"))]
