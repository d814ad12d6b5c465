"""Maps of provinces that are hard to draw: nothing hides another, and each name stands by its own disc."""

import pytest
from legibility import WIDTHS, on_page, on_sheet, opened
from made_provinces import provinces

import bk_gis

PROVINCES = provinces()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A province with its page, made once."""
    known = {}

    def make(name):
        if name not in known:
            folder = tmp_path_factory.mktemp("province")
            plan = PROVINCES[name](folder)
            files = {by: folder / f"{by}.html" for by in (plan.phases[0].end, plan.phases[-1].end)}
            for by, file in files.items():
                bk_gis.phase_map(plan, by=by).save(file)
            known[name] = plan, files
        return known[name]

    return make


# Widths of a window, the first and the last horizon, and print.
LOOKS = [(width, by, False) for by in (0, 1) for width in WIDTHS] + [(1366, by, True) for by in (0, 1)]
FEW = [(390, 1, False), (1366, 1, False), (1366, 0, True)]


@pytest.mark.parametrize("name", PROVINCES)
@pytest.mark.parametrize(
    "look",
    [pytest.param(look, marks=() if look in FEW else pytest.mark.slow) for look in LOOKS],
)
def test_a_page_misleads_nobody(browser, made, name, look):
    width, by, printed = look
    file = list(made(name)[1].values())[by]
    with opened(browser, file, width, printed=printed) as page:
        drawn = on_page(page)
        said = page.evaluate("document.documentElement.classList.contains('bk-names-left-out')")
        cut = page.evaluate(
            "[...document.querySelectorAll('.bk-sheet-column')].some((c) => c.scrollHeight > c.clientHeight)"
        )
    assert not drawn.faults()
    assert not cut, "the table goes on below the paper"
    assert said or drawn.named == 1, "names are left out, and the page does not say so"


@pytest.mark.costly
@pytest.mark.parametrize("name", PROVINCES)
def test_a_sheet_misleads_nobody(made, name):
    plan, _ = made(name)
    drawn = on_sheet(plan, by=plan.phases[-1].end)
    assert not drawn.faults()
    assert drawn.named == 1 or len(drawn.discs) > 30
