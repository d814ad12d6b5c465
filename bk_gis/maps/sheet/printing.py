"""The sheet for the wall, as PDF, SVG or PNG; its map alone, as a picture or on an axis of matplotlib."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, get_args

from bk_gis.errors import BkGisWarning, InputError, Lang, in_asked_language
from bk_gis.io.whole import require_ending, whole_file
from bk_gis.language.words import both
from bk_gis.maps.sheet.layout import PAPERS, Orientation, Paper
from bk_gis.plan.model import Plan, phases_shown
from bk_gis.plan.values import Phase
from bk_gis.plan.vintages import later_year

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_DRAWS = RLock()
_DPI = {"A4": 300, "A3": 220, "A2": 180, "A1": 150, "A0": 100}
_INCHES = (10.0, 8.8)
# What a format would say of the moment or the program; same input is same bytes.
_METADATA: dict[str, dict[str, None]] = {
    ".pdf": {"CreationDate": None, "ModDate": None},
    ".svg": {"Date": None},
    ".png": {"Software": None},
}


@in_asked_language
def print_map(
    plan: Plan,
    path: str | Path,
    *,
    by: int | None = None,
    lang: Lang = "vi",
    paper: Paper = "A3",
    orientation: Orientation | None = None,
    boundaries: int | None = None,
    names_without: bool = False,
    atlas: bool = False,
) -> None:
    """
    Draw the plan as a sheet for the wall: map, legend, the annex's table, verdict, sources.

    Parameters
    ----------
    plan
        The plan to draw.
    path
        File to write, whole or not at all: .pdf and .svg (drawn in lines, sharp at any size) or .png.
        The same plan gives the same bytes.
    by
        Horizon: the last year of a phase; by default the last of all. What is founded or expanded
        later is not on the sheet.
    lang
        `vi` or `en`.
    paper
        A4, A3, A2, A1 or A0; signs and letters grow with the paper, though less than it.
    orientation
        `landscape` or `portrait`; by default the one that leaves the map more room.
    boundaries
        Year of later communes to draw, such as 2025, where the plan has a crosswalk; by default its own.
        Table and verdict stay on its own.
    names_without
        Whether units without a cluster are named, as far as there is room, also where they are so many
        that they are hatched.

    atlas
        Draw a page for the province, an index, and a page for each sub-region and each district, or where
        there are no districts for groups of communes; the file is a .pdf.

    Raises
    ------
    InputError
        The horizon ends no phase, or language, paper, ending or boundaries are unknown.
    MissingFileError
        There is no folder to write to.

    Notes
    -----
    The map is in the province's VN-2000 zone (EPSG:9213 for Bắc Kạn) at a round scale, so that
    distances can be taken off the paper. Painted areas are proportional to hectares, as on the page.
    Discs that would cover each other stand side by side, with a line to the centroid.

    Examples
    --------
    >>> import bk_gis
    >>> bk_gis.print_map(bk_gis.load_plan(), "map.pdf", by=2025, paper="A3")
    """
    ending = require_ending(path, _METADATA)
    if paper not in _DPI:
        raise InputError(both("fault_output.no paper", paper=paper, known=list(_DPI)))
    if orientation not in (None, *get_args(Orientation)):
        known = get_args(Orientation)
        raise InputError(both("fault_output.no orientation", given=orientation, known=known))
    if atlas and ending != ".pdf":
        raise InputError(both("fault_output.atlas", name=Path(path).name))
    phases = phases_shown(plan, by, lang)
    with plain_style():
        sheets = draw_sheets(
            plan,
            phases,
            lang,
            paper,
            orientation=orientation,
            boundaries=boundaries,
            names_without=names_without,
            atlas=atlas,
        )
        _save(sheets, Path(path), dpi=_DPI[paper])


def map_picture(
    plan: Plan,
    path: str | Path,
    *,
    by: int | None = None,
    lang: Lang = "vi",
    size: tuple[float, float] = (250, 220),
    beside: Sequence[Plan] = (),
) -> None:
    """
    Draw the map of the sheet alone, with its legend, as a picture for a report: .png of a size in mm.

    Its discs have the scale of plans that are shown `beside` it.
    """
    phases = phases_shown(plan, by, lang)
    with plain_style():
        from bk_gis.maps.insets import brought_near
        from bk_gis.maps.sheet.canvas import blank
        from bk_gis.maps.sheet.drawing import Drawing
        from bk_gis.maps.sheet.map_frame import draw_alone

        near, inset = brought_near(plan)
        drawing = Drawing(blank(*size, 1), near, phases, lang, inset=inset, beside=tuple(beside))
        draw_alone(drawing, *size)
        _save([drawing.canvas.figure], Path(path), dpi=200 if size[0] < 200 else 160)


def draw_sheets(
    plan: Plan,
    phases: tuple[Phase, ...],
    lang: Lang,
    paper: Paper = "A3",
    *,
    orientation: Orientation | None = None,
    boundaries: int | None = None,
    names_without: bool = False,
    atlas: bool = False,
) -> "Iterator[Figure]":
    """Draw the sheet, or the pages of an atlas; on the axes of each one unit is one millimetre."""
    from bk_gis.maps.insets import brought_near
    from bk_gis.maps.sheet.atlas import draw_atlas
    from bk_gis.maps.sheet.canvas import blank
    from bk_gis.maps.sheet.drawing import Drawing
    from bk_gis.maps.sheet.page import arrange, draw_page

    near, inset = brought_near(plan)
    year = later_year(plan, boundaries)
    later = None if year is None else near.in_language(lang).communes_as_of(year)
    measure = blank(1, 1, PAPERS[paper][2])
    drawing = Drawing(measure, near, phases, lang, names_without, later, year, inset=inset)
    if atlas:
        yield from draw_atlas(drawing, plan, paper, orientation)
    else:
        yield draw_page(drawing, paper, arrange(drawing, paper, orientation))


@contextmanager
def plain_style() -> Iterator[None]:
    """
    Draw in matplotlib's own style, whatever is set on this machine; text is text.

    What a PDF does with fonts can only be set for the whole process, so that one thread draws at a time.
    """
    import matplotlib.style

    settings = {
        "pdf.fonttype": 42,  # letters that can be searched and copied
        "svg.fonttype": "path",
        "svg.hashsalt": "bk_gis",
        "text.hinting": "no_hinting",  # as measured
        "text.parse_math": False,
    }
    with _DRAWS, matplotlib.style.context(["default", settings]), warnings.catch_warnings():
        # A letter that the font has not shows as a box.
        warnings.filterwarnings("ignore", r"Glyph .* missing from font", UserWarning)
        yield


def _save(figures: "Iterable[Figure]", path: Path, *, dpi: int) -> None:
    """Write pages of a PDF, or one picture; what the font has no letter for is said."""
    from matplotlib.backends.backend_pdf import PdfPages

    from bk_gis.maps.sheet.canvas import unknown_letters

    ending, unknown = path.suffix.lower(), set[str]()
    with whole_file(path) as part, ExitStack() as stack:
        pdf, about = None, _METADATA[ending]
        if ending == ".pdf":
            pdf = stack.enter_context(PdfPages(part, metadata=about))
        for figure in figures:
            unknown |= unknown_letters(figure)
            if pdf is not None:
                pdf.savefig(figure)
            else:
                figure.savefig(part, format=ending[1:], dpi=dpi, metadata=about)
    if unknown:
        said = both("fault_output.no letters", letters=" ".join(sorted(unknown)))
        warnings.warn(BkGisWarning(said), stacklevel=3)


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
