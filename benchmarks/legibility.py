"""
How legible maps are of provinces that are hard to draw: what covers what, whose name stands by whose disc.

    python benchmarks/legibility.py            every made province, on the screen, in print and on the sheet
    python benchmarks/legibility.py beside     the sheets alone, their cluster names placed by adjustText too
"""

import itertools
import math
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from made_provinces import provinces
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

import bk_gis
from bk_gis.plan.model import Plan

Box = tuple[float, float, float, float]
WIDTHS = {360: 740, 390: 844, 768: 1024, 1024: 768, 1366: 768, 1920: 1080, 3840: 2160}
FAULTS = (
    "names on names",
    "names on discs",
    "names outside",
    "names nearer to another disc",
    "discs on discs",
    "discs under the legend",
    "names under the legend",
    "marks left out",
)

# What is drawn, in pixels of the map; what lies over it, legend and buttons.
DRAWN = """() => {
  const { map, clusters } = bkPage;
  const frame = map.getContainer().getBoundingClientRect();
  const zero = map.containerPointToLayerPoint([0, 0]);
  const moved = ([x0, y0, x1, y1]) => [x0 - zero.x, y0 - zero.y, x1 - zero.x, y1 - zero.y];
  const over = [...document.querySelectorAll(".leaflet-control, .bk-sheet-legend")].map((part) => {
    const { left, top, right, bottom } = part.getBoundingClientRect();
    return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
  });
  return {
    frame: [0, 0, frame.width, frame.height],
    discs: clusters.drawn.discs.map(({ x, y, r, cluster }) => [cluster.id, x - zero.x, y - zero.y, r]),
    names: clusters.names.placed.map(
      ({ kind, of, box, line }) => ({ kind, of, box: moved(box), joined: Boolean(line) })),
    over: over.filter(([x0, y0, x1, y1]) => x1 > x0 && y1 > y0),
    marks: clusters.view.missing.length,
  };
}"""


@dataclass(frozen=True)
class Drawn:
    """What stands on a map: boxes as left, top, right, bottom, discs with the id of their cluster."""

    frame: Box
    discs: list[tuple[str, float, float, float]]
    names: list[dict[str, Any]]  # kind, of, box, joined
    over: list[Box] = field(default_factory=list)
    marks: int = 0

    def faults(self) -> Counter[str]:
        """Count what misleads, by kind of fault."""
        return Counter(itertools.chain(self._of_names(), self._of_discs()))

    def _of_names(self) -> Iterator[str]:
        boxes = [name["box"] for name in self.names]
        yield from ("names on names" for a, b in itertools.combinations(boxes, 2) if _overlap(a, b))
        for name in self.names:
            away = {ident: _away(name["box"], x, y) - r for ident, x, y, r in self.discs}
            if not _inside(name["box"], self.frame):
                yield "names outside"
            yield from ("names under the legend" for box in self.over if _overlap(name["box"], box))
            if name["kind"] != "cluster":
                yield from ("names on discs" for other in away.values() if other < -0.5)
                continue
            own = away.pop(name["of"], 0.0)
            yield from ("names on discs" for other in away.values() if other < -0.5)
            if not name["joined"] and any(other < own - 0.5 for other in away.values()):
                yield "names nearer to another disc"
        marked = sum(name["kind"] == "missing" for name in self.names)
        if self.marks <= 30:
            yield from ["marks left out"] * (self.marks - marked)

    def _of_discs(self) -> Iterator[str]:
        if len(self.discs) > 60:
            return
        for (_, x, y, r), (_, u, v, s) in itertools.combinations(self.discs, 2):
            if math.hypot(x - u, y - v) < r + s - 0.5:
                yield "discs on discs"
        for _, x, y, r in self.discs:
            yield from ("discs under the legend" for box in self.over if _away(box, x, y) < r - 0.5)

    @property
    def named(self) -> float:
        """Share of the clusters that have their name."""
        count = sum(name["kind"] == "cluster" for name in self.names)
        return count / len(self.discs) if self.discs else 1.0


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] - 0.5 and b[0] < a[2] - 0.5 and a[1] < b[3] - 0.5 and b[1] < a[3] - 0.5


def _inside(box: Box, frame: Box) -> bool:
    return all(box[i] >= frame[i] - 0.5 for i in (0, 1)) and all(box[i] <= frame[i] + 0.5 for i in (2, 3))


def _away(box: Box, x: float, y: float) -> float:
    return math.hypot(min(max(x, box[0]), box[2]) - x, min(max(y, box[1]), box[3]) - y)


def on_page(page: Tab) -> Drawn:
    """Read what stands on an open page."""
    page.evaluate("bkPage.ready")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found = page.evaluate(DRAWN)
    return Drawn(**{**found, "discs": [tuple(disc) for disc in found["discs"]]})


def on_sheet(plan: Plan, *, by: int, paper: str = "A3", by_adjust_text: bool = False) -> Drawn:
    """
    Read what stands on the sheet, in tenths of a millimetre from its upper left corner.

    Where adjustText places the names of clusters it gets the discs and all other texts to keep clear of.
    """
    from matplotlib.patches import Circle
    from matplotlib.text import Text

    from bk_gis.maps.sheet.printing import draw_sheets, plain_style

    with plain_style():
        figure = next(draw_sheets(plan, plan.phases_by(by), "vi", paper))
        axes = figure.axes[0]
        figure.canvas.draw()
        if by_adjust_text:
            _adjust_text(axes)
        turned = axes.transData.inverted()
        discs: dict[str, tuple[str, float, float, float]] = {}
        for patch in axes.patches:
            if isinstance(patch, Circle) and (patch.get_gid() or "").startswith("cluster "):
                ident = patch.get_gid().split()[1]
                x, y, r = *patch.center, patch.radius
                if ident not in discs or discs[ident][3] < 10 * r:
                    discs[ident] = (ident, 10 * x, -10 * y, 10 * r)
        names: dict[str, Any] = {}
        for text in axes.texts:
            if isinstance(text, Text) and text.get_gid():
                kind, of, joined = text.get_gid().split("|")
                (x0, y0), (x1, y1) = turned.transform(text.get_window_extent())
                box = (10 * x0, -10 * y1, 10 * x1, -10 * y0)
                old = names.get(f"{kind} {of}", {"box": box})["box"]
                both = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
                names[f"{kind} {of}"] = {"kind": kind, "of": of, "box": both, "joined": joined == "joined"}
    width, height = figure.get_size_inches() * 25.4
    missing = bk_gis.check_coverage(plan, by=by).missing
    return Drawn(
        (0, -10 * height, 10 * width, 0), list(discs.values()), list(names.values()), [], len(missing)
    )


def _adjust_text(axes: Any) -> None:
    """Let adjustText place the names of clusters, all begun at the middle of their discs."""
    from adjustText import adjust_text
    from matplotlib.patches import Circle

    discs: dict[str, Circle] = {}
    for patch in axes.patches:
        if isinstance(patch, Circle) and (patch.get_gid() or "").startswith("cluster "):
            ident = patch.get_gid().split()[1]
            discs[ident] = max(discs.get(ident, patch), patch, key=lambda one: one.radius)
    others, lines = [], dict.fromkeys(discs, "")
    for text in list(axes.texts):
        kind, of = (text.get_gid() or "|").split("|")[:2]
        if kind == "cluster":
            lines[of] += f"\n{text.get_text()}"
            size = text.get_fontsize()
            text.remove()
        else:
            others.append(text)
    named = [ident for ident in discs if lines[ident]]
    points = [discs[ident].center for ident in named]
    texts = [
        axes.text(x, y, lines[ident].strip(), fontsize=size, ha="center", va="center", linespacing=1)
        for ident, (x, y) in zip(named, points, strict=True)
    ]
    np.random.seed(0)  # noqa: NPY002 - adjustText's own
    adjust_text(
        texts,
        *zip(*points, strict=True),
        objects=[*discs.values(), *others],
        ax=axes,
        iter_lim=500,
        time_lim=60,
    )
    turned = axes.transData.inverted()
    for ident, text in zip(named, texts, strict=True):
        (x0, y0), (x1, y1) = turned.transform(text.get_window_extent())
        away = _away((x0, y0, x1, y1), *discs[ident].center) - discs[ident].radius
        # It may draw a line to what stands further off.
        text.set_gid(f"cluster|{ident}|{'joined' if away > 2 else 'beside'}")


def beside(wanted: Iterable[str]) -> None:
    """Print the faults of each sheet as it is, and with the names of clusters where adjustText puts them."""
    total: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    with tempfile.TemporaryDirectory() as name:
        for number, (title, make) in enumerate(provinces().items()):
            if wanted and not any(word in title for word in wanted):
                continue
            plan = make(Path(name) / str(number))
            print(f"## {title}")
            for other in (False, True):
                start = time.perf_counter()
                drawn = on_sheet(plan, by=plan.phases[-1].end, by_adjust_text=other)
                faults, took = drawn.faults(), time.perf_counter() - start
                total[other] += faults
                said = ", ".join(f"{count} {fault}" for fault, count in sorted(faults.items())) or "none"
                whose = "adjustText" if other else "bk_gis"
                print(f"  {whose:<11} {took:5.1f} s, {drawn.named:4.0%} named; faults: {said}", flush=True)
    for fault in FAULTS:
        print(f"{fault:<30} {total[False][fault]:5} {total[True][fault]:5}")


@contextmanager
def opened(browser: Browser, file: Path, width: int, *, printed: bool = False) -> Iterator[Tab]:
    """Open a page in a window of a width, or as its print on A4."""
    context = browser.new_context(viewport={"width": width, "height": WIDTHS[width]}, offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    page.evaluate("bkPage.ready")
    if printed:
        page.emulate_media(media="print")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    try:
        yield page
    finally:
        context.close()


def measured(browser: Browser, plan: Plan, folder: Path) -> Iterator[tuple[str, Drawn]]:
    """Draw a plan by its first and its last horizon; read it at each width, in print on A4, on the sheet."""
    for by in dict.fromkeys([plan.phases[0].end, plan.phases[-1].end]):
        file = folder / f"{by}.html"
        bk_gis.phase_map(plan, by=by).save(file)
        for width, printed in [*((width, False) for width in WIDTHS), (1366, True)]:
            with opened(browser, file, width, printed=printed) as page:
                yield f"{'print' if printed else f'{width} px'}, {by}", on_page(page)
        yield f"sheet, {by}", on_sheet(plan, by=by)


def main(wanted: Iterable[str]) -> None:
    """Print a table: faults by kind, and the share of clusters that are named."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        total: Counter[str] = Counter()
        for number, (title, make) in enumerate(provinces().items()):
            if wanted and not any(word in title for word in wanted):
                continue
            plan = make(Path(name) / str(number))
            print(f"## {title}")
            for where, drawn in measured(browser, plan, Path(name) / str(number)):
                faults = drawn.faults()
                total += faults
                said = ", ".join(f"{count} {fault}" for fault, count in sorted(faults.items())) or "none"
                print(f"  {where:<14} {len(drawn.discs):4} discs, {drawn.named:4.0%} named; faults: {said}")
        print("\n" + "\n".join(f"{fault:<30} {total[fault]:5}" for fault in FAULTS))


if __name__ == "__main__":
    if sys.argv[1:2] == ["beside"]:
        beside(sys.argv[2:])
    else:
        main(sys.argv[1:])
