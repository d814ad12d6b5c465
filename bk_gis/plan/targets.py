"""What targets state, figure by figure."""

from collections.abc import Iterator

from bk_gis.plan.values import Target

COUNTS = ("subregions", "clusters", "new", "expansions")
AMOUNTS = ("hectares_before", "hectares", "capital_billion_vnd", "share_percent", "support_percent", "jobs")
RANGES = ("occupancy_percent", "leased_percent")
LISTS = ("names", "centres", "roads", "hectares_by_phase", "hectares_by_cluster")
SCOPE = ("phase", "by", "subregion", "district", "cost_item", "every", "group")

# A decision's own words for how exact a figure is, and the side on which the true one may lie.
QUALIFIERS = {
    **dict.fromkeys(("khoảng", "gần bằng", "about"), "either"),
    **dict.fromkeys(("hơn", "trên", "từ", "more than", "above", "from"), "above"),
    **dict.fromkeys(("gần", "dưới", "nearly", "below"), "below"),
}


def figures(target: Target) -> Iterator[tuple[str, float | tuple[float, ...]]]:
    """Give each measure that a target states as a number or a range, in a fixed order."""
    for measure in (*COUNTS, *AMOUNTS, *RANGES):
        value = getattr(target, measure)
        if value not in (None, ()):
            yield measure, value
