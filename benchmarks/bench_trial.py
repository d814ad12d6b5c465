"""A change tried on the page, beside a step of the timeline: until the map is painted, and all beside it."""

import tempfile
from pathlib import Path
from statistics import median

from browser import STEP, chromium, opened
from made_plan import made_plan
from peers import Page
from playwright.sync_api import Page as Tab

import bk_gis

COUNTS = (21, 1_000, 10_000)
TURNS = 9
STEPS = "(n) => bkPage.set({ by: bkPage.plan.phases[n % bkPage.plan.phases.length].end })"
# A change of its own each time: the n-th cluster gets some hectares.
CHANGES = """(n) => bkPage.mode.change({
  cluster: bkPage.plan.clusters[n].id, hectares: { [bkPage.plan.phases[0].id]: 10 + n },
})"""
REST = "bkPage.ready"


def main() -> None:
    """Print milliseconds at 60 Hz and without that limit, medians of some turns."""
    page = Page("", "bkPage.clusters.drawn", STEPS, REST)
    with tempfile.TemporaryDirectory() as name:
        for count in COUNTS:
            plan = bk_gis.load_plan() if count == COUNTS[0] else made_plan(count)[0]
            file = Path(name) / f"{count}.html"
            bk_gis.phase_map(plan).save(file)
            for limit in (True, False):
                with chromium(uncapped=not limit) as browser, opened(browser, page, file) as tab:
                    step = timed(tab, STEPS)
                    tab.evaluate("bkPage.tryChanges()")
                    change = timed(tab, CHANGES)
                hertz = "60 Hz" if limit else "no limit"
                print(f"{count:>6} {hertz:>8}  step {shown(step)}  change {shown(change)}")


def timed(tab: Tab, what: str) -> list[tuple[float, ...]]:
    """Measure until the call returned, until the map was painted, and until all was."""
    times = [tuple(tab.evaluate(STEP % (what, REST), n)) for n in range(TURNS + 2)]
    return times[2:]  # the first ones warm the scripts up


def shown(times: list[tuple[float, ...]]) -> str:
    """Write medians: call, painted, all."""
    return " / ".join(f"{median(column):.0f}" for column in zip(*times, strict=True))


if __name__ == "__main__":
    main()
