"""A sheet as it is on the figure."""

from types import SimpleNamespace

from matplotlib.patches import Circle

from bk_gis.maps.sheet.printing import draw_sheets, plain_style


def drawn(plan, **options):
    """The sheet's discs by name and texts, as they are on the figure."""
    (sheet,) = sheets(plan, **options)
    return sheet


def sheets(plan, *, by=None, lang="vi", paper="A3", **options):
    """The same for each page of an atlas, and the frame of its map."""
    phases = plan.phases_by(by or plan.phases[-1].end)
    with plain_style():
        figures = list(draw_sheets(plan, phases, lang, paper, **options))
    return [_read(figure.axes[0], phases) for figure in figures]


def _read(axes, phases):
    named = [(patch.get_gid(), patch) for patch in axes.patches if patch.get_gid()]
    frame = next((patch.get_bbox() for name, patch in named if name == "map"), None)
    return SimpleNamespace(
        discs={name: patch for name, patch in named if isinstance(patch, Circle)},
        texts=[text.get_text() for text in axes.texts],
        axes=axes,
        phases=phases,
        frame=frame,
    )
