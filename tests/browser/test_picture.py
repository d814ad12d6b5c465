"""A picture of the map for a slide: as on the screen, with title, legend, scale and source."""

import base64
import io

import folium
import numpy as np
import pytest
from meeting import PHONE, rgb
from PIL import Image

import bk_gis

PIXELS = """async () => {
  const image = document.querySelector("dialog img");
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL();
}"""


def picture(room):
    """Press the button; the picture, at the size that the map has on the screen, as rows of RGB."""
    room.page.get_by_role("button", name="Ảnh", exact=True).click()
    room.page.locator("dialog img").wait_for()
    data = room.page.evaluate(PIXELS).split(",")[1]
    image = Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")
    return np.asarray(image.resize((image.width // 2, image.height // 2))).astype(int)


def top_of_map(made):
    return next(y for y in range(len(made)) if (made[y] != 255).any(axis=1).all())


def map_box(room):
    return room.page.get_by_role("region", name="Bản đồ").bounding_box()


def test_it_is_the_map_of_the_screen_between_title_and_source(room):
    box = map_box(room)
    shot = room.pixels(**box)
    discs = room.discs()
    made = picture(room)
    above = top_of_map(made)
    high = shot.shape[0]
    shot[:60, -180:] = shot[:150, :60] = rgb("#eef1f3")  # the list of layers, the buttons

    def differs(top):
        return (np.abs(made[top : top + high] - shot) > 90).any(axis=2).mean()

    above = min(range(above - 1, above + 2), key=differs)  # half a pixel may be white
    part = made[above : above + high]
    assert differs(above) < 0.02  # letters have finer edges
    for disc in discs.values():
        x, y = disc.centre
        at = round(y - box["y"]), round(x - box["x"])
        assert np.abs(part[at] - shot[at]).max() < 12, disc.name
    head, foot = made[:above], made[above + high :]
    assert (head < 100).any(), "no title"
    assert (foot < 100).any(), "no source"


def test_on_a_phone_the_legend_stands_below_the_map(meeting, draw, plan):
    room = meeting(draw(), size=PHONE)
    high = round(map_box(room)["height"])
    made = picture(room)
    assert made.shape[1] == PHONE["width"]
    below = made[top_of_map(made) + high :]
    for phase in plan.phases:
        assert (np.abs(below - rgb(phase.colour)).max(axis=2) < 8).sum() > 50, phase.id


def test_it_is_saved_under_a_name(room, tmp_path):
    picture(room)
    with room.page.expect_download() as saved:
        room.page.get_by_role("button", name="Lưu ảnh PNG").click()
    assert saved.value.suggested_filename == "ccn-2025.png"
    saved.value.save_as(tmp_path / "saved.png")
    with Image.open(tmp_path / "saved.png") as image:
        assert image.format == "PNG"


def test_what_comes_from_the_network_is_left_out_and_named(plan, meeting, tmp_path):
    page = bk_gis.phase_map(plan)
    folium.TileLayer("https://tiles.example/{z}/{x}/{y}.png", attr="x", name="Sky").add_to(page)
    pins = folium.FeatureGroup(name="Pins").add_to(page)
    folium.Marker([22.2, 105.8], icon=folium.CustomIcon("https://pins.example/a.png")).add_to(pins)
    area = folium.Rectangle([[22.0, 105.6], [22.4, 106.1]], color="#ff00ff", weight=9)
    area.add_to(folium.FeatureGroup(name="Lines").add_to(page))
    with pytest.warns(bk_gis.maps.page.ForeignLayerWarning):
        page.save(tmp_path / "map.html")
    room = meeting(tmp_path / "map.html")
    made = picture(room)
    assert "Sky, Pins." in room.words(room.page.get_by_role("dialog"))
    assert (np.abs(made - rgb("#ff00ff")).max(axis=2) < 8).any()
    room.faults.clear()
