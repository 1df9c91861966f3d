"""Units of length and time as they are written, and numbers in front of them."""

import re

MILE = 1609.344
MARATHON = 42_195.0

KM = "km|kms|k|kilomet[a-z]{1,6}|quilomet[a-z]{1,6}"
MILES = "mi|mile|miles|meile|meilen|mille|milles|milla|millas|batu"
METRES = "m|meters?|metres?|metros?|meter|mtr"
HOURS = "h|hr|hrs|hours?|std|stunden?|heures?|horas?|jam"
MINUTES = "min|mins|mn|minutes?|minuten|minutos?|minit|'"

NUMBER = r"\d{1,4}(?:[.,]\d{1,2})?"


def number(text: str) -> float:
    """A number with a point or comma before its decimals."""
    return float(text.replace(",", "."))


def metres(amount: str, unit: str) -> float:
    """A length in metres."""
    if re.fullmatch(KM, unit):
        return number(amount) * 1000
    return number(amount) * (MILE if re.fullmatch(MILES, unit) else 1)
