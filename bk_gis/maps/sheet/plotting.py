"""The map of the sheet on an axis of matplotlib, in metres on the ground, so that other layers fit."""

from typing import TYPE_CHECKING

from bk_gis.errors import Lang, in_asked_language
from bk_gis.maps.sheet.printing import plain_style
from bk_gis.plan.model import Plan, phases_shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INCHES = (10.0, 8.8)


@in_asked_language
def plot(plan: Plan, *, ax: "Axes | None" = None, by: int | None = None, lang: Lang = "vi") -> "Axes":
    """
    Draw the map of the sheet, with its legend, on an axis of matplotlib.

    Parameters
    ----------
    plan
        The plan to draw.
    ax
        Axis to draw on; by default that of a new figure. Letters and discs are made for the size that it has
        now, so that the figure is to be laid out before. It counts metres in `plan.crs`: another layer goes
        there by `frame.to_crs(plan.crs).plot(ax=ax, zorder=4)`. In degrees it would be out of sight, and
        would distort the map.
    by
        Horizon: the last year of a phase; by default the last of all.
    lang
        `vi` or `en`.

    Returns
    -------
    matplotlib.axes.Axes
        The axis.

    Raises
    ------
    InputError
        The horizon ends no phase, the language is unknown, or the axis is too small for a map with a legend.

    Notes
    -----
    Painted areas are proportional to hectares; discs that would cover each other stand side by side. A
    position is a commune's centroid, not a site. `print_map` draws the sheet, `phase_map` the page.

    Examples
    --------
    >>> import bk_gis
    >>> ax = bk_gis.plot(bk_gis.load_plan(), by=2020)
    >>> ax.figure.savefig("map.png")
    """
    phases = phases_shown(plan, by, lang)
    if ax is None:
        import matplotlib.pyplot as plt

        ax = plt.figure(figsize=_INCHES, facecolor="white").add_axes((0, 0, 1, 1))
    from matplotlib.transforms import Affine2D

    from bk_gis.maps.placing import Box
    from bk_gis.maps.sheet.canvas import Canvas
    from bk_gis.maps.sheet.drawing import Drawing
    from bk_gis.maps.sheet.map_frame import draw_alone

    figure = ax.get_figure(root=True)
    assert figure is not None  # noqa: S101 - an axis has one unless it was removed
    size = ax.get_window_extent()
    width, height = (25.4 * pixels / figure.dpi for pixels in (size.width, size.height))
    with plain_style():
        there = set(ax.get_children())
        ground = draw_alone(Drawing(Canvas(figure, ax, 1), plan, phases, lang), width, height)
    metres = Affine2D().translate(-ground.left, -ground.bottom).scale(ground.denominator / 1000)
    metres.translate(ground.west, ground.south)
    for artist in set(ax.get_children()) - there:
        artist.set_transform(metres + ax.transData)
    (west, east), (south, north) = ground.to_metres(Box(0, 0, width, height))
    ax.set(xlim=(west, east), ylim=(south, north), aspect="equal")
    ax.set_axis_off()
    return ax
