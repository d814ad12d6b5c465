"""The meeting map: one page that opens by double-click and answers the room's questions."""

from typing import TYPE_CHECKING, Any

from bk_gis.errors import InputError, Lang, in_asked_language
from bk_gis.language.words import both
from bk_gis.plan.model import Plan

if TYPE_CHECKING:
    from bk_gis.maps.page.document import PhaseMap


@in_asked_language
def phase_map(
    plan: Plan,
    *,
    by: int | None = None,
    lang: Lang = "vi",
    boundaries: int | None = None,
    basemap: str | None = None,
    fixed: bool = False,
) -> "PhaseMap":
    """
    Draw the plan as an interactive map: phases by colour, hectares by painted area.

    Parameters
    ----------
    plan
        The plan to draw.
    by
        Horizon that the page opens with: the last year of a phase; by default the last of all.
    lang
        Language that the page opens with, `vi` or `en`; both are on the page.
    boundaries
        Year of the communes that the page opens with, such as 2025, where the plan has a crosswalk; by
        default its own. All of them are on the page.
    basemap
        Name of an online map as xyzservices has it, such as "OpenStreetMap.Mapnik": a layer that is
        off until it is asked for, and needs a network then. By default there is none.
    fixed
        Whether the page shows the plan and nothing else; by default changes can be tried on it, and saved
        as a changes.toml.

    Returns
    -------
    folium.Map
        `.save("map.html")` writes one file that makes no network request. folium's layers can be
        added to it and show in its layer control; it shows itself in a notebook.

    Raises
    ------
    InputError
        The horizon ends no phase, or the language or the basemap is unknown.

    Warns
    -----
    ForeignLayerWarning
        When the page is saved with a basemap, or any layer that needs the network.

    Notes
    -----
    A marker's outer radius is proportional to the square root of its hectares up to the horizon, so
    that the founding disc and each ring around it have areas proportional to their own hectares.
    Clusters that share a point stand side by side, with a line to the point.

    Examples
    --------
    >>> import bk_gis
    >>> page = bk_gis.phase_map(bk_gis.load_plan(), by=2020)
    >>> page.save("map.html")
    """
    from bk_gis.maps.page.document import PhaseMap
    from bk_gis.maps.page.parts import page_parts

    drawn = PhaseMap(plan, page_parts(plan, by=by, lang=lang, boundaries=boundaries, fixed=fixed))
    if basemap is not None:
        drawn.add_child(_online(basemap))
    return drawn


def _online(name: str) -> Any:
    import folium
    import xyzservices.providers

    try:
        provider = xyzservices.providers.query_name(name)
    except ValueError:
        raise InputError(both("fault_output.no basemap", name=name)) from None
    return folium.TileLayer(provider, name=provider.name, overlay=True, show=False)


def standard_pages(plan: Plan) -> list[tuple[str, int, Lang]]:
    """Name the standard maps: each horizon in Vietnamese, the whole plan in English."""
    pages: list[tuple[str, int, Lang]] = [
        (f"ccn-{phase.end}-vi.html", phase.end, "vi") for phase in plan.phases
    ]
    last = plan.phases[-1].end
    return [*pages, (f"ccn-{last}-en.html", last, "en")]


def __getattr__(name: str) -> Any:
    if name == "ForeignLayerWarning":
        from bk_gis.maps.page.document import ForeignLayerWarning

        return ForeignLayerWarning
    raise AttributeError(f"module 'bk_gis.maps.page' has no attribute {name!r}")
