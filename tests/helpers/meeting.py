"""The page as somebody in the room has it: opened from a file, seen, clicked, read."""

import datetime as dt
import io
import re
from dataclasses import dataclass

import numpy as np
from PIL import Image

ALLOWED = ("file:", "data:", "blob:", "about:")
PHONE = {"width": 390, "height": 844}
ROOM = {"width": 1366, "height": 768}

# Centres in pixels of the window, outer radii of the rings in pixels.
DISCS = """() => {
  const { map, clusters, plan } = bkPage;
  const box = map.getContainer().getBoundingClientRect();
  const onScreen = ([x, y]) => {
    const point = map.layerPointToContainerPoint(L.point(x, y));
    return [point.x + box.left, point.y + box.top];
  };
  return plan.clusters.map((cluster) => {
    if (!cluster.latlng) return null;
    const { x, y, radii, anchor } = clusters.disc(cluster);
    return { name: cluster.name, centre: onScreen([x, y]), anchor: onScreen(anchor), radii };
  });
}"""


@dataclass(frozen=True)
class Disc:
    """Where the page says that it paints a cluster, in pixels of the window."""

    name: str
    centre: tuple[float, float]
    anchor: tuple[float, float]
    radii: list[float]

    @property
    def r(self):
        return self.radii[-1]

    @property
    def pixel(self):
        """Row and column of its centre on a screen of scale 1."""
        x, y = map(round, self.centre)
        return y, x


class Meeting:
    """A page that was opened without a network. `leave` closes it and says what went wrong."""

    def __init__(
        self, browser, path, *, view="", size=ROOM, scale=1, touch=False, motion="reduce", clock=False
    ):
        self.faults = []
        self.context = browser.new_context(
            viewport=size,
            device_scale_factor=scale,
            has_touch=touch,
            is_mobile=touch,
            reduced_motion=motion,
            offline=True,
        )
        self.context.route(re.compile("^(https?|wss?|ftp):"), self._refuse)
        self.page = self.context.new_page()
        self.page.set_default_timeout(5000)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(f"error on the page: {error}"))
        self.page.on("request", self._asked)
        if clock:
            self.page.clock.install()
        self.page.goto(f"{path.as_uri()}{view}")
        if clock:
            self.page.clock.run_for(200)
        self.page.evaluate("window.bkPage && bkPage.ready")
        if not clock:  # names follow when the map has been painted; what was left out is said then
            self.page.wait_for_function("() => !window.bkPage || bkPage.clusters.named")
        if clock:
            # From here on only the test moves the clock, however slow the machine is.
            now = self.page.evaluate("Date.now()") / 1000
            self.page.clock.pause_at(dt.datetime.fromtimestamp(now + 5, dt.UTC))

    def _refuse(self, route):
        route.abort()

    def _asked(self, request):
        if not request.url.startswith(ALLOWED):
            self.faults.append(f"request to {request.url}")

    def _heard(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.type} in the console: {message.text}")

    def leave(self):
        self.context.close()
        return self.faults

    # What is shown -------------------------------------------------------------------------------

    def state(self):
        return self.page.evaluate("bkPage.state")

    def set(self, **patch):
        self.page.evaluate("patch => bkPage.set(patch)", patch)

    def zoom_to(self, latlng, zoom):
        self.page.evaluate(
            "([at, zoom]) => void bkPage.map.setView(at, zoom, {animate: false})", [latlng, zoom]
        )

    def discs(self):
        """The clusters that exist in the view, by name."""
        found = [Disc(**disc) for disc in self.page.evaluate(DISCS) if disc]
        return {disc.name: disc for disc in found if disc.r > 0}

    def cluster(self, name):
        """The page's own record of a cluster."""
        return self.page.evaluate("name => bkPage.plan.clusters.find((c) => c.name === name)", name)

    def only_markers(self):
        """Switch off everything but the markers, so that nothing else has their colours."""
        self.layers({"labels", "districtNames", "subregions", "districts", "communes"}, on=False)

    def layers(self, keys, *, on):
        self.page.evaluate(
            "([keys, on]) => keys.forEach((key) => bkPage.layers.toggle(key, on))", [sorted(keys), on]
        )

    def pixels(self, **clip):
        """What is on the screen, as an array of rows of RGB; `clip` in pixels of the window."""
        shot = self.page.screenshot(clip=clip or None, animations="disabled")
        return np.asarray(Image.open(io.BytesIO(shot)).convert("RGB")).astype(int)

    def table(self, name):
        """The cells of a table by rows, its header first."""
        table = self.page.get_by_role("table", name=re.compile(name))
        return table.evaluate(
            "(table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent))"
        )

    def summary(self):
        """The panel's table: for each unit, its cells by the header's words."""
        head, *rows = self.table("Tổng hợp|Summary")
        return {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}

    def popup(self):
        """The newest one; one that was closed may still be fading."""
        return self.page.locator(".leaflet-popup").last

    def words(self, locator):
        """Text as it reads: white space collapsed."""
        return " ".join(locator.inner_text().split())


def near(pixel, colour, tolerance=3):
    return bool(np.all(np.abs(np.asarray(pixel) - rgb(colour)) <= tolerance))


def rgb(colour):
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
