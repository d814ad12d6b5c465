"""Measure pages in headless Chromium, offline: until the markers are painted, a step, frames while moving."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peers import Page
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

SIZE = {"width": 1366, "height": 768}
ON_MAP = (900, 420)  # beside what lies over the map, such as our legend
PATIENCE_MS = 120_000
SETTLE_MS = 600  # a new window of Chromium first loads pages of its own
# The frame that finds the markers there paints them: they are painted when the next one begins.
PAINTED = """
(() => {
  const frame = () => new Promise(requestAnimationFrame);
  const look = async () => {
    let drawn = false;
    try { drawn = %s; } catch { /* the page's script has not run yet */ }
    if (!drawn) return requestAnimationFrame(look);
    await frame();
    const painted = performance.now();
    await %s;
    await frame();
    await frame();
    window.paintedAt = [painted, performance.now()];
  };
  requestAnimationFrame(look);
})();
"""
# No eval and no polling in the page: our page's content policy would refuse them.
WAIT = """
() => new Promise((resolve) => {
  const look = () => (window.paintedAt ? resolve(paintedAt) : setTimeout(look, 50));
  look();
})
"""
STEP = """
async (n) => {
  const step = %s;
  const frame = () => new Promise(requestAnimationFrame);
  const start = performance.now();
  step(n);
  const called = performance.now();
  await frame();
  await frame();
  const painted = performance.now();
  await %s;
  await frame();
  await frame();
  return [called - start, painted - start, performance.now() - start];
}
"""
FRAMES = """
() => {
  window.frameTimes = [];
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    frameTimes.push(now - last);
    last = now;
    if (window.frameTimes) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}
"""


@contextmanager
def chromium(*, uncapped: bool = False) -> Iterator[Browser]:
    """Start Chromium; `uncapped` without waiting for a 60 Hz display between frames."""
    flags = ["--no-sandbox", *(["--disable-frame-rate-limit", "--disable-gpu-vsync"] if uncapped else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, page: Page, file: Path) -> Iterator[Tab]:
    """Open a page and wait until its markers are painted."""
    context = browser.new_context(viewport=SIZE, offline=True, reduced_motion="reduce")
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE_MS)
    tab.add_init_script(PAINTED % (page.drawn, page.rest))
    tab.wait_for_timeout(SETTLE_MS)
    tab.goto(file.as_uri(), wait_until="commit")
    tab.evaluate(WAIT)
    try:
        yield tab
    finally:
        context.close()


def painted_ms(browser: Browser, page: Page, file: Path) -> tuple[float, float]:
    """Milliseconds from navigation until all markers are painted, and until everything is."""
    with opened(browser, page, file) as tab:
        return tuple(tab.evaluate("paintedAt"))


def step_ms(tab: Tab, page: Page, phases: int) -> list[tuple[float, float, float]]:
    """
    Measure each step, once round the timeline.

    Milliseconds until the call returned, until the map was painted, and until all that the page draws
    later was painted too.
    """
    steps = []
    for n in range(1, phases + 1):
        steps.append(tuple(tab.evaluate(STEP % (page.step, page.rest), n)))
        tab.wait_for_timeout(150)
    return steps


def pan_frames(tab: Tab) -> list[float]:
    """Milliseconds of each frame while the map is dragged to and fro."""
    x, y = ON_MAP
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.evaluate(FRAMES)
    for i in range(60):
        x += 6 if i < 30 else -6
        tab.mouse.move(x, y + (i % 30) * 3)
        tab.wait_for_timeout(8)
    frames = _stop(tab)
    tab.mouse.up()
    tab.wait_for_timeout(600)
    return frames


def zoom_frames(tab: Tab) -> list[float]:
    """Milliseconds of each frame while the wheel zooms in and out again."""
    tab.mouse.move(*ON_MAP)
    tab.evaluate(FRAMES)
    for turn in (-240, -240, 240, 240):
        tab.mouse.wheel(0, turn)
        tab.wait_for_timeout(700)
    return _stop(tab)


def _stop(tab: Tab) -> list[float]:
    return tab.evaluate("() => { const all = frameTimes; window.frameTimes = null; return all.slice(1); }")
