"""The sheet for the wall: what is painted, what is written, and that it is the same each time."""

import math
import re
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import matplotlib as mpl
import pandas as pd
import pytest
from invented import invented_plan
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Circle
from PIL import Image
from pypdf import PdfReader

import bk_gis
from bk_gis.maps.sheet.canvas import shown
from bk_gis.maps.sheet.drawing import roman
from bk_gis.maps.sheet.printing import draw_sheet, map_picture, plain_style, print_map

EVIL = [
    "$x$",
    r"a\nb \frac{1}{2}",
    "one\ntwo\x00three\u202efour",
    "Nhà máy " * 30,
    "W" * 200,
    "<script>&amp;]]>--",
    "名 🏭",
    "%d {0} $",
]


def drawn(plan, *, by=None, lang="vi", paper="A3"):
    """The sheet's discs by name and texts, as they are on the figure."""
    phases = plan.phases_by(by or plan.phases[-1].end)
    with plain_style():
        axes = draw_sheet(plan, phases, lang, paper).axes[0]
    discs = {
        patch.get_gid(): patch for patch in axes.patches if isinstance(patch, Circle) and patch.get_gid()
    }
    return SimpleNamespace(
        discs=discs, texts=[text.get_text() for text in axes.texts], axes=axes, phases=phases
    )


@pytest.fixture(scope="module")
def sheet(plan):
    return drawn(plan)


def test_the_painted_area_of_every_phase_is_proportional_to_its_hectares(plan, sheet):
    ratios = []
    for cluster in plan.clusters.to_dict("records"):
        inner = 0.0
        for phase in plan.phases:
            if cluster[phase.column] > 0:
                disc = sheet.discs[f"cluster {cluster['id']} {phase.id}"]
                assert disc.get_facecolor() == pytest.approx(Circle((0, 0), fc=phase.colour).get_facecolor())
                assert disc.get_linewidth() == 0  # an outline would add to what is painted
                ratios.append(math.pi * (disc.radius**2 - inner**2) / cluster[phase.column])
                inner = disc.radius
    assert len(ratios) == len(sheet.discs) == 27
    assert ratios == pytest.approx([ratios[0]] * len(ratios))


def test_the_legends_circles_have_the_scale_of_the_map(sheet):
    disc = sheet.discs["cluster 7 2021-2025"]  # 50 ha, as the legend's greatest circle
    circles = [p.radius for p in sheet.axes.patches if isinstance(p, Circle) and p.get_linewidth() > 0]
    assert max(circles) == pytest.approx(disc.radius)


def test_no_disc_covers_another(sheet):
    outer = {}
    for name, disc in sheet.discs.items():
        cluster = name.split()[1]
        outer[cluster] = max(outer.get(cluster, (0,)), (disc.radius, *disc.center))
    outer = list(outer.values())
    for i, (r, x, y) in enumerate(outer):
        assert all(math.hypot(x - u, y - v) >= r + s for s, u, v in outer[:i])


@pytest.mark.parametrize("paper", ["A4", "A1"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_cluster_and_district_has_its_name_on_the_map_and_in_the_table(plan, paper, lang):
    texts = drawn(plan, lang=lang, paper=paper).texts
    for number, name in zip(plan.clusters["id"], plan.clusters["name"], strict=True):
        assert texts.count(name) == 1, name
        assert texts.count(f"{number}. {name}") == 1, name
    for name in plan.districts["district"]:
        assert {name, name.upper()} <= set(texts)


def test_the_table_is_in_the_order_of_the_annex(plan, sheet):
    rows = [text.split(". ", 1)[1] for text in sheet.texts if re.match(r"\d+\. \w", text)]
    assert rows == plan.clusters["name"].tolist()


def test_no_text_covers_another_or_leaves_the_paper(sheet):
    figure = sheet.axes.figure
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [text.get_window_extent(renderer) for text in sheet.axes.texts]
    assert all(figure.bbox.x0 <= b.x0 and b.x1 <= figure.bbox.x1 and b.y0 >= figure.bbox.y0 for b in boxes)
    for i, box in enumerate(boxes):
        for j, other in enumerate(boxes[:i]):
            wide = min(box.x1, other.x1) - max(box.x0, other.x0)
            high = min(box.y1, other.y1) - max(box.y0, other.y0)
            # The boxes of two lines of one paragraph touch; their letters do not.
            assert wide <= 1 or high <= 0.35 * min(box.height, other.height), (
                sheet.texts[i],
                sheet.texts[j],
            )


def test_hectares_stand_under_each_name_in_the_form_of_the_language(plan, sheet):
    assert "I 16,74 · II 30,46" in sheet.texts
    assert "I 16.74 · II 30.46" in drawn(plan, lang="en").texts
    assert any(text.startswith("Tỷ lệ 1:") and text.endswith("0.000") for text in sheet.texts)


def test_a_horizon_shows_nothing_of_later_phases(plan):
    early = drawn(plan, by=2015)
    assert {name.rsplit(" ", 1)[1] for name in early.discs} == {"2011-2015"}
    assert "Phúc Lộc" not in early.texts
    assert "CHƯA ĐẠT: đến năm 2015, 6/8 huyện, thị xã có" in " ".join(early.texts)
    assert "Huyện Ba Bể (chưa có)" in early.texts


def test_districts_without_a_cluster_are_marked_on_the_map_and_in_the_legend(plan, sheet):
    marked = {text for text in drawn(plan, by=2015).texts if text.startswith("✗")}
    assert marked == {"✗ HUYỆN BA BỂ", "✗ HUYỆN PÁC NẶM", "✗ Huyện, thị xã chưa có cụm"}
    assert not [text for text in sheet.texts if "✗" in text], "by 2025 each has one"


def test_the_sheet_says_what_it_is_and_how_far_to_trust_it(plan, sheet):
    text = " ".join(sheet.texts)
    for part in (plan.title["vi"], plan.decision.number, "25/02/2014", plan.decision.issuer["vi"]):
        assert part in text
    for part in (plan.boundaries.credit, plan.boundaries.note["vi"], "Vị trí tham khảo", "EPSG:9213"):
        assert part in text


def test_the_map_is_at_the_scale_that_it_states(plan, sheet):
    """The two ends of the bar are as far from each other as its length says."""
    (stated,) = (text for text in sheet.texts if text.startswith("Tỷ lệ"))
    millimetres_per_km = 1e6 / int(stated.split(":")[1].replace(".", ""))
    places = {text.get_text(): text.get_position()[0] for text in sheet.axes.texts}
    x0, x1 = (sheet.discs[f"cluster {c} 2016-2020"].center for c in ("8", "16"))  # undisturbed ones
    points = plan.clusters.set_index("id").to_crs(9213).geometry
    on_the_ground = points["8"].distance(points["16"]) / 1000
    assert math.dist(x0, x1) == pytest.approx(on_the_ground * millimetres_per_km, rel=1e-6)
    assert "10 km" in places


@pytest.mark.parametrize("ending", ["pdf", "svg", "png"])
def test_the_same_plan_gives_the_same_bytes_in_another_process(province, python, tmp_path, ending):
    print_map(province, tmp_path / f"a.{ending}", paper="A4")
    code = (
        "import sys, bk_gis; plan = bk_gis.load_plan('tests/fixtures/province')\n"
        "bk_gis.print_map(plan, sys.argv[1], paper='A4')"
    )
    python(
        code, tmp_path / f"b.{ending}", PYTHONHASHSEED="7", SOURCE_DATE_EPOCH="1", MPLCONFIGDIR=str(tmp_path)
    )
    assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()


def test_a_pdf_has_its_size_and_text_that_can_be_searched(plan, bk, tmp_path):
    done = bk("print", "-o", tmp_path / "map.pdf", "--paper", "A1", "--by", "2020")
    assert (done.code, done.out) == (0, "")
    (page,) = PdfReader(tmp_path / "map.pdf").pages
    assert [float(v) / 72 * 25.4 for v in page.mediabox[2:]] == pytest.approx([841, 594], abs=0.5)
    text = page.extract_text()
    assert all(name in text for name in plan.clusters["name"][plan.clusters["founded"] < "2020"])


def test_text_from_data_is_text(province, tmp_path):
    rows = province.clusters.iloc[[0]]
    many = [rows.assign(id=str(i), name=name, printed_name=name) for i, name in enumerate(EVIL)]
    evil = province.replace(clusters=pd.concat(many))
    texts = drawn(evil).texts
    for name in EVIL:
        letters = shown(name).replace(" ", "")
        assert letters in "".join(texts).replace(" ", ""), name
    for ending in ("svg", "pdf", "png"):
        print_map(evil, tmp_path / f"evil.{ending}", paper="A4")
    ET.parse(tmp_path / "evil.svg")  # noqa: S314 - our own


def test_many_clusters_leave_the_table_to_the_districts(province):
    many = pd.concat([province.clusters.iloc[[i % 4]].assign(id=str(i), name=f"CCN {i}") for i in range(240)])
    sheet = drawn(province.replace(clusters=many))
    assert len({name.split()[1] for name in sheet.discs}) == 240
    assert "Huyện Hạ Lưu" in sheet.texts
    assert all(sheet.texts.count(f"CCN {i}") <= 1 for i in range(240))


def test_a_cluster_without_a_place_is_named(province):
    clusters = province.clusters.copy()
    clusters.loc[0, "location"] = "Nơi Không Có"
    assert "Chưa định vị được: Cửa Sông." in drawn(province.replace(clusters=clusters)).texts


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"path": "map.jpg"}, r"map.jpg; expected it to end in .pdf, .svg or .png"),
        ({"paper": "A5"}, "no paper 'A5'; expected A4, A3, A1"),
        ({"by": 2018}, "no phase ends in 2018; expected one of 2015, 2020, 2025"),
        ({"lang": "fr"}, "no language 'fr'"),
    ],
)
def test_what_is_unknown_is_refused_with_what_was_expected(plan, tmp_path, given_, said):
    path = tmp_path / given_.pop("path", "map.pdf")
    with pytest.raises(bk_gis.InputError, match=said):
        print_map(plan, path, **given_)
    assert not list(tmp_path.iterdir())


def test_four_threads_draw_the_same_bytes_and_leave_the_settings_as_they_were(province, tmp_path):
    before = dict(mpl.rcParams)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda i: print_map(province, tmp_path / f"{i}.pdf", paper="A4"), range(4)))
    assert len({(tmp_path / f"{i}.pdf").read_bytes() for i in range(4)}) == 1
    assert dict(mpl.rcParams) == before


@pytest.fixture(scope="module")
def communes_alone(tmp_path_factory):
    """A plan of today: neither districts nor sub-regions; one of four communes has no cluster."""
    clusters = [(f"Cụm {place}", place, None, [10, 5]) for place in ("Một", "Hai", "Bốn")]
    folder = tmp_path_factory.mktemp("today") / "plan"
    return invented_plan(folder, phases=[2030, 2035], clusters=clusters, districts=())


def test_a_plan_of_communes_alone_is_drawn_without_the_levels_that_it_has_not(communes_alone):
    texts = drawn(communes_alone).texts
    assert {"✗ BA", "✗ Xã, phường chưa có cụm", "Xã, phường; cụm"} <= set(texts)
    assert not [text for text in texts if re.search("[Hh]uyện|[Tt]iểu vùng", text)]
    assert "Cụm Một" in texts


def test_a_style_of_this_machine_changes_nothing(province, tmp_path):
    print_map(province, tmp_path / "a.png", paper="A4")
    with mpl.rc_context({"lines.linewidth": 9, "font.size": 30, "text.parse_math": True}):
        print_map(province, tmp_path / "b.png", paper="A4")
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_the_map_alone_is_a_picture(province, tmp_path):
    map_picture(province, tmp_path / "map.png", by=2030, lang="en")
    with Image.open(tmp_path / "map.png") as picture:
        assert picture.size == pytest.approx((250 / 25.4 * 160, 220 / 25.4 * 160), abs=1)


def test_numerals():
    assert [roman(i) for i in (1, 3, 4, 6, 9, 14)] == ["I", "III", "IV", "VI", "IX", "XIV"]
