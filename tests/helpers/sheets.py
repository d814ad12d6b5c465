"""A sheet as it is on the figure."""

from types import SimpleNamespace

from matplotlib.patches import Circle

from bk_gis.maps.sheet.printing import draw_sheets, plain_style


def drawn(plan, *, by=None, lang="vi", paper="A3", **options):
    """The sheet's discs by name and texts, as they are on the figure."""
    phases = plan.phases_by(by or plan.phases[-1].end)
    with plain_style():
        axes = next(draw_sheets(plan, phases, lang, paper, **options)).axes[0]
    discs = {
        patch.get_gid(): patch for patch in axes.patches if isinstance(patch, Circle) and patch.get_gid()
    }
    return SimpleNamespace(
        discs=discs, texts=[text.get_text() for text in axes.texts], axes=axes, phases=phases
    )
