"""Area is area: what is really painted of each phase is proportional to its hectares."""

import numpy as np
import pytest
from meeting import PHONE, rgb

from bk_gis.maps.symbols import TABLE, marker_scale, ring_radii

SCALE = 4  # device pixels for a CSS pixel
EDGE, INK = TABLE["disc"]["edge"], "#1c2329"  # the outline's colour


def painted(room, disc, colours):
    """Count the pixels of each colour inside of a disc's outline; say whether its outline closes it."""
    half = disc.r + 4
    x, y = disc.centre
    left, top = np.floor(x - half), np.floor(y - half)
    side = 2 * half + 1
    pixels = room.pixels(x=left, y=top, width=side, height=side)
    rows, columns = np.mgrid[: pixels.shape[0], : pixels.shape[1]]
    away = np.hypot((columns + 0.5) / SCALE + left - x, (rows + 0.5) / SCALE + top - y)
    # A pixel on the edge between two colours counts for the one that covers more of it.
    palette = np.array([rgb(colour) for colour in [*colours, EDGE]])
    nearest = np.linalg.norm(pixels[:, :, None, :] - palette, axis=3).argmin(axis=2)
    inside = [np.count_nonzero((nearest == i) & (away < disc.r + 1)) for i in range(len(colours))]
    edge = nearest[(away > disc.r + 0.5) & (away < disc.r + 1.2)]
    return inside, bool(np.all(edge == len(colours)))


def test_painted_areas_are_proportional_to_hectares_within_one_percent(meeting, draw, plan):
    room = meeting(draw(), scale=SCALE)
    room.only_markers()
    hectares = plan.clusters.set_index("name")
    ratios = {}
    for name, row in hectares.iterrows():
        room.zoom_to(room.cluster(name)["latlng"], 13)
        phases = [phase for phase in plan.phases if row[phase.column]]
        inside, closed = painted(room, room.discs()[name], [phase.colour for phase in phases])
        assert closed, f"{name} is not closed by its outline"
        for phase, pixels in zip(phases, inside, strict=True):
            ratios[name, phase.id] = pixels / row[phase.column]
    assert len(ratios) == 27  # 7, 11 and 9 clusters have hectares in the three phases
    middle = float(np.median(list(ratios.values())))
    off = {key: ratio / middle - 1 for key, ratio in ratios.items() if abs(ratio / middle - 1) > 0.01}
    assert not off


def test_the_largest_marker_has_its_nominal_size_where_the_whole_plan_is_640_pixels(room, plan):
    room.page.evaluate("void bkPage.map.setZoom(bkPage.clusters.zoomOfWhole, {animate: false})")
    assert room.page.evaluate("bkPage.clusters.scale()") == pytest.approx(
        marker_scale(plan.clusters["ha"].max()), rel=0.1
    )


@pytest.mark.parametrize("by", [2015, 2020, 2025])
def test_growth_ends_at_the_right_radii(meeting, draw, plan, by):
    room = meeting(draw(2025 if by == 2015 else 2015), motion="no-preference")
    room.page.get_by_role("radio", name=str(by)).check()
    weights = [float(phase.end <= by) for phase in plan.phases]
    room.page.wait_for_function(
        "(wanted) => bkPage.clusters.view.weights.every((weight, p) => weight === wanted[p])", arg=weights
    )
    scale = room.page.evaluate("bkPage.clusters.scale()")
    columns = [phase.column for phase in plan.phases]
    for name, disc in room.discs().items():
        row = plan.clusters.set_index("name").loc[name, columns].to_numpy() * weights
        assert disc.radii == pytest.approx(ring_radii(row, scale)), name
    assert len(room.discs()) == (plan.hectares_by(by) > 0).sum()


def test_growth_passes_through_sizes_in_between(meeting, draw):
    room = meeting(draw(2015), motion="no-preference", clock=True)
    sizes = [room.discs()["Pù Pét"].r]
    room.set(by=2020)
    for milliseconds in (100, 100, 1000):
        room.page.clock.run_for(milliseconds)
        sizes.append(room.discs()["Pù Pét"].r)
    assert sizes == sorted(set(sizes))
    # 16.74 ha, then 30.46 more around it.
    assert sizes[-1] / sizes[0] == pytest.approx(((16.74 + 30.46) / 16.74) ** 0.5)


def test_with_reduced_motion_rings_are_there_at_once(room):
    assert room.page.evaluate("bkPage.set({by: 2015}), bkPage.clusters.view.weights") == [1, 0, 0]


@pytest.mark.parametrize("size", [{"width": 1366, "height": 768}, PHONE], ids=["projector", "phone"])
def test_the_two_clusters_of_xuat_hoa_stand_side_by_side_at_every_zoom(meeting, draw, size):
    room = meeting(draw(), size=size)
    at = room.cluster("Xuất Hóa")["latlng"]
    assert room.cluster("Lũng Hoàn")["latlng"] == at
    for zoom in (8.5, 9.25, 10, 12, 16):
        room.zoom_to(at, zoom)
        discs = room.discs()
        a, b = discs["Xuất Hóa"], discs["Lũng Hoàn"]
        apart = np.hypot(*np.subtract(a.centre, b.centre))
        assert apart > a.r + b.r, zoom
        for disc in (a, b):
            assert disc.anchor == pytest.approx(a.anchor)
            assert np.hypot(*np.subtract(disc.centre, disc.anchor)) < 3 * (a.r + b.r), zoom


@pytest.mark.parametrize("zoom", [8.5, 9.25, 10.5, 13])
def test_no_disc_covers_another(room, zoom):
    room.zoom_to(room.cluster("Huyền Tụng")["latlng"], zoom)  # Cẩm Giàng is the next commune
    discs = list(room.discs().values())
    covered = [
        (a.name, b.name)
        for i, a in enumerate(discs)
        for b in discs[:i]
        if np.hypot(*np.subtract(a.centre, b.centre)) < a.r + b.r
    ]
    assert not covered


@pytest.mark.parametrize("zoom", [8.5, 9.25, 12])
def test_a_leader_shows_the_centroid_of_the_two_clusters_of_xuat_hoa(meeting, draw, plan, zoom):
    room = meeting(draw(), scale=SCALE)
    room.only_markers()
    room.zoom_to(room.cluster("Xuất Hóa")["latlng"], zoom)
    discs = room.discs()
    pair = [discs["Xuất Hóa"], discs["Lũng Hoàn"]]
    x, y = pair[0].anchor
    dark = np.all(np.abs(room.pixels(x=x - 0.5, y=y - 0.5, width=1, height=1) - rgb(INK)) < 12, axis=2)
    assert dark.mean() > 0.9, "the centroid is not seen"
    for disc, phase in zip(pair, (plan.phases[1], plan.phases[2]), strict=True):
        inside, _ = painted(room, disc, [phase.colour])
        assert inside[0] / (np.pi * (disc.r * SCALE) ** 2) == pytest.approx(1, abs=0.02), "partly hidden"


def test_layers_can_be_switched_off_and_on(room, plan):
    page = room.page
    page.get_by_text("Lớp bản đồ").click()
    box = page.get_by_role("checkbox", name="Cụm công nghiệp")
    pixel = room.discs()["Nà Phặc"].pixel
    colour = rgb(plan.phases[2].colour)
    assert np.abs(room.pixels()[pixel] - colour).max() <= 3
    box.uncheck()
    assert np.abs(room.pixels()[pixel] - colour).max() > 60
    box.check()
    assert np.abs(room.pixels()[pixel] - colour).max() <= 3


def test_each_layer_changes_what_is_seen(room):
    room.page.get_by_text("Lớp bản đồ").click()
    map_ = room.page.get_by_role("region", name="Bản đồ").bounding_box()
    clip = {"x": map_["x"], "y": map_["y"], "width": map_["width"] - 200, "height": map_["height"]}
    before = room.pixels(**clip)
    for name in ("Tên cụm", "Tiểu vùng", "Huyện, thị xã", "Tên huyện", "Ranh giới xã", "Lưới kinh vĩ độ"):
        box = room.page.get_by_role("checkbox", name=name, exact=True)
        box.set_checked(not box.is_checked())
        assert np.any(room.pixels(**clip) != before), name
        box.set_checked(not box.is_checked())
        assert np.array_equal(room.pixels(**clip), before), f"{name}, off and on, is not as it was"


def test_rings_differ_in_grey(meeting, draw):
    """As a copier sees the page: brightness alone."""
    room = meeting(draw())
    room.only_markers()
    room.zoom_to(room.cluster("Pù Pét")["latlng"], 12)
    pixels = room.pixels() @ [0.2126, 0.7152, 0.0722]
    disc = room.discs()["Pù Pét"]
    (y, x), between = disc.pixel, (disc.radii[0] + disc.radii[1]) / 2
    assert abs(pixels[y, x] - pixels[y, round(x + between)]) > 40
    room.zoom_to(room.cluster("Cẩm Giàng")["latlng"], 12)
    pixels = room.pixels() @ [0.2126, 0.7152, 0.0722]
    disc = room.discs()["Cẩm Giàng"]
    (y, x), between = disc.pixel, (disc.radii[1] + disc.radii[2]) / 2
    assert abs(pixels[y, x] - pixels[y, round(x + between)]) > 25
