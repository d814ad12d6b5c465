"""How numbers, measures and verdicts are said in Vietnamese and English."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bk_gis.errors import InputError

if TYPE_CHECKING:
    from bk_gis.plan.model import Lang

MEASURES: "dict[str, dict[Lang, str]]" = {
    "subregions": {"vi": "số tiểu vùng", "en": "sub-regions"},
    "clusters": {"vi": "số CCN", "en": "clusters"},
    "new": {"vi": "số CCN thành lập mới", "en": "new clusters"},
    "expansions": {"vi": "số CCN mở rộng", "en": "expansions"},
    "hectares": {"vi": "diện tích (ha)", "en": "hectares"},
    "capital_billion_vnd": {"vi": "vốn (tỷ đồng)", "en": "capital (billion VND)"},
    "jobs": {"vi": "việc làm", "en": "jobs"},
    "share_percent": {"vi": "tỷ trọng (%)", "en": "share (%)"},
    "support_percent": {"vi": "mức hỗ trợ (%)", "en": "support (%)"},
    "occupancy_percent": {"vi": "tỷ lệ lấp đầy (%)", "en": "occupancy (%)"},
    "leased_percent": {"vi": "tỷ lệ đất cho thuê (%)", "en": "leased (%)"},
    "by": {"vi": "năm", "en": "year"},
    "name": {"vi": "tên CCN", "en": "cluster name"},
    "place": {"vi": "địa điểm", "en": "place"},
    "centre": {"vi": "trung tâm kinh tế", "en": "economic centre"},
}
VERDICTS: "dict[str, dict[Lang, str]]" = {
    "agrees": {"vi": "khớp", "en": "agrees"},
    "agrees within rounding": {"vi": "khớp khi làm tròn", "en": "agrees within rounding"},
    "differs": {"vi": "LỆCH", "en": "DIFFERS"},
    "no record": {"vi": "không có số liệu", "en": "no record"},
}
# How a place was matched: the ledger's match_method.
METHODS: "dict[str, dict[Lang, str]]" = {
    "exact": {"vi": "khớp đúng", "en": "exact"},
    "folded": {"vi": "khớp, khác cách viết", "en": "spelt differently"},
    "correction": {"vi": "đã đính chính", "en": "corrected"},
    "alias": {"vi": "theo tên sau sáp nhập", "en": "by a later name"},
    "fuzzy": {"vi": "gần giống tên", "en": "alike"},
    "between": {"vi": "giữa các xã", "en": "between communes"},
    "ambiguous": {"vi": "chưa rõ là xã nào", "en": "ambiguous"},
    "unknown": {"vi": "chưa định vị được", "en": "not located"},
    "empty": {"vi": "không ghi địa điểm", "en": "no place stated"},
}


def require_language(lang: str) -> None:
    """Refuse a language that there are no words of."""
    if lang not in ("vi", "en"):
        raise InputError(f"there is no language '{lang}'; expected vi or en")


def number(value: float, lang: "Lang", *, digits: int = 4) -> str:
    """Write a number: 1.234,5 in Vietnamese and 1,234.5 in English, without zeros at the end."""
    text = f"{round(value, digits):,.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:,.0f}"
    text = "0" if text == "-0" else text
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def figure(value: object, lang: "Lang", *, measure: str = "") -> str:
    """Write any figure of the audit: a number, a range, a name, a year or nothing."""
    if value is None or (isinstance(value, float) and value != value):  # noqa: PLR0124 - NaN
        return ""
    if isinstance(value, tuple):
        return "-".join(number(float(v), lang) for v in value)
    if isinstance(value, int | float):
        return str(int(value)) if measure == "by" else number(float(value), lang)
    return str(value)


def clause_words(clause: str, lang: "Lang") -> str:
    """Name a clause, or a place in the annex: "6.4.c", "phụ lục II"."""
    return clause.replace("annex", "phụ lục") if lang == "vi" else clause


def listing(parts: Sequence[str], lang: "Lang") -> str:
    """Join with commas and a final "and"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {'và' if lang == 'vi' else 'and'} {parts[-1]}"


def some_of(clusters: Sequence[str], lang: "Lang", *, most: int = 10) -> str:
    """Join names of clusters, so many at most, and say how many more there are."""
    more = len(clusters) - most
    if more <= 0:
        return listing(clusters, lang)
    others = f"{more} cụm khác" if lang == "vi" else f"{more} other cluster{'s' if more > 1 else ''}"
    return listing([*clusters[:most], others], lang)
