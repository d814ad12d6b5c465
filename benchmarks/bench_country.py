"""A made country, 10,000 clusters in 3,321 communes: bytes of its page, when painted, frames of a drag."""

import os
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np
import shapely
from browser import chromium, opened, painted_ms, pan_frames
from made_provinces import maker
from peers import ours

LOADS = 5
COMMUNES, DISTRICTS, CLUSTERS = 3321, 34, 10_000  # Vietnam's communes and provinces since July 2025
LAND = shapely.box(-3, -7, 1.5, 6.5)


def main() -> None:
    """Print the figures of the page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.process_time()
        plan = maker([LAND], COMMUNES, DISTRICTS, CLUSTERS)(folder / "plan")
        made = time.process_time() - start
        start = time.process_time()
        page = ours(plan, True)  # noqa: FBT003
        built = time.process_time() - start
        file = folder / "country.html"
        file.write_text(page.html, encoding="utf-8")
        with chromium() as browser:
            times = [painted_ms(browser, page, file) for _ in range(LOADS)]
            with opened(browser, page, file) as tab:
                frames = pan_frames(tab)
    corners = np.median(shapely.get_num_coordinates(plan.communes.geometry.to_numpy()))
    painted, whole = zip(*times, strict=True)
    print(f"{len(plan.clusters):,} clusters in {len(plan.communes):,} communes of {corners:.0f} corners")
    print(f"load {os.getloadavg()[0]:.1f}; processor: made and loaded {made:.1f} s, page built {built:.2f} s")
    print(f"{len(page.html.encode()) / 1024:,.0f} KiB")
    print(f"painted: least {min(painted):.0f} ms, median {median(painted):.0f}")
    print(f"all: least {min(whole):.0f} ms, median {median(whole):.0f}")
    print(f"frames of a drag: median {median(frames):.0f} ms, worst {max(frames):.0f}")


if __name__ == "__main__":
    main()
