"""How numbers and dates are written in Vietnamese and English."""

import datetime as dt

from bk_gis.errors import Lang


def number(value: float, lang: Lang, *, digits: int = 4, fixed: bool = False) -> str:
    """Write a number: 1.234,5 in Vietnamese and 1,234.5 in English; zeros at the end only where `fixed`."""
    text = f"{round(value, digits) + 0.0:,.{digits}f}"  # 0.0 is added since -0.0 is none to people
    if digits and not fixed:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def date(day: dt.date, lang: Lang) -> str:
    """Write a date: 13/03/2014 in Vietnamese and 2014-03-13 in English."""
    return f"{day:%d/%m/%Y}" if lang == "vi" else day.isoformat()


def figure(value: object, lang: Lang, *, measure: str = "") -> str:
    """Write any figure of the audit: a number, a range, a name, a year or nothing."""
    if value is None or (isinstance(value, float) and value != value):  # noqa: PLR0124 - NaN
        return ""
    if isinstance(value, tuple):
        return "-".join(number(float(v), lang) for v in value)
    if isinstance(value, int | float):
        return str(int(value)) if measure == "by" else number(float(value), lang)
    return str(value)


def roman(value: int) -> str:
    """Write 4 as IV; of tens there are as many X."""
    text = ""
    for amount, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text += sign * (value // amount)
        value %= amount
    return text
