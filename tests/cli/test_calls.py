"""What commands are for and what is wrong with a call is said in Vietnamese and in English."""

import re
from pathlib import Path

import pytest
import typer

from bk_gis.cli.app import app
from bk_gis.cli.calls import only, spoken
from bk_gis.cli.commands import checks, folders, maps, places, start
from bk_gis.language.words import words

assert checks, "they add theirs to the application"
assert folders
assert maps
assert places
assert start
GROUP = typer.main.get_command(app)
EVERY = {"bk-gis": GROUP, **GROUP.commands}
OPTIONS = [(name, option.name) for name, command in EVERY.items() for option in command.params]
VIETNAMESE = set("ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")


def test_what_an_option_takes_is_named_and_nothing_else_is() -> None:
    there = words("metavar")
    named = {name for key in there for name in key.rpartition(" ")[2].split("/")}
    taking = {
        option.name
        for command in EVERY.values()
        for option in command.params
        if not getattr(option, "is_flag", False) and not option.type_descriptor.is_choice
    }
    assert named == taking


def test_every_command_and_option_is_described_and_nothing_else_is() -> None:
    said, options = set(words("help_command")), set(words("help_option"))
    assert said == {"bk-gis", *GROUP.commands}
    used = {f"{name} {option}" if f"{name} {option}" in options else option for name, option in OPTIONS}
    assert used == options


@pytest.mark.parametrize("command", ["", *GROUP.commands])
def test_help_is_in_the_language_that_is_spoken(bk, command: str, monkeypatch) -> None:
    called = (*([command] if command else []), "--help")
    said = bk(*called).out
    assert said.startswith("Usage: ")
    assert not VIETNAMESE & set(said)
    monkeypatch.setenv("BK_GIS_LANG", "vi")
    said = bk(*called).out
    assert said.startswith("Cách dùng: ")
    for english in ("Options", "Commands", "Arguments", "Show this", "default", "required"):
        assert f"{english}:" not in said
        assert f"[{english}" not in said
    assert not re.search(r"\b(OPTIONS|COMMAND|ARGS|FILE|FOLDER|YEAR|DATE)\b|<(str|int|path|float)>", said)
    assert "..." not in said.partition("Các lệnh:")[2]


@pytest.mark.parametrize(
    ("call", "vi", "en"),
    [
        (
            ["map", "--by", "x"],
            "giá trị của '--by' không đúng: Mốc năm",
            "value of '--by' is not valid: Year",
        ),
        (
            ["print", "-o", "a.pdf", "--paper", "A7"],
            "không thể là 'A7'; chọn A4, A3",
            "expected A4, A3, A2, A1, A0",
        ),
        (["join", "-o", "a.csv"], "thiếu TỆP: Các điểm", "'FILE' is missing: Points"),
        (["join", "a.csv"], "thiếu -o / --output: Tệp để ghi", "'-o / --output' is missing: File"),
        (["joi"], "không có lệnh 'joi'; có phải join?", "no command 'joi'; is it join?"),
        (["map", "--bye", "2"], "không có tùy chọn '--bye'; có phải --by?", "no option '--bye'; is it --by?"),
        (["map", "x", "y"], "thừa 'x y'", "'x y' is too much"),
        (["map", "--by"], "thiếu giá trị sau '--by'", "the value after '--by' is missing"),
    ],
)
def test_a_wrong_call_is_said_in_the_language_that_is_spoken(bk, call, vi, en, monkeypatch) -> None:
    assert en in bk(*call).said
    monkeypatch.setenv("BK_GIS_LANG", "vi")
    done = bk(*call)
    assert (done.code, done.out) == (2, "")
    assert vi in done.said


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("map -o a.html --by 2017", "không có giai đoạn nào kết thúc năm 2017; chọn 2015, 2020, 2025"),
        ("maps -o a --plan none", "không có thư mục quy hoạch none; cần thư mục có tệp plan.toml"),
        ("print -o a.jpg", "không ghi được a.jpg; tên tệp phải có đuôi .pdf, .svg, .png"),
        ("export -o a.kml --crs EPSG:9213", "a.kml chỉ ghi được theo EPSG:4326, không theo EPSG:9213"),
        ("coverage --plan none", "không có thư mục quy hoạch none"),
        ("audit --format xlsx", "bảng tính Excel phải ghi ra tệp; thêm -o audit.xlsx"),
        ("report -o a.pdf", "không ghi được a.pdf; tên tệp phải có đuôi .md, .docx, .html"),
        ("compare none.toml", "không có tệp none.toml"),
        ("geocode a.csv -o b.csv", "không có cột nào ghi địa danh; cần một cột tên như location, place"),
        ("join a.csv -o b.csv", "không có cột nào ghi kinh độ"),
        ("join a.csv -o b.csv --x a --y b", "a.csv, dòng 2, cột a: '?' không phải là số; cần độ"),
        ("convert a.csv -o b.csv --from 2013 --to 2020", "không có địa giới năm 2013; sớm nhất là 2014"),
        ("read-annex none.csv -o a.csv", "none.csv"),
        ("new .", "thư mục . không trống; cần thư mục mới, để không ghi đè lên gì"),
        ("check none", "không có thư mục quy hoạch none"),
        ("fix-boundaries none.geojson -o a.geojson", "none.geojson: không có tệp này trong"),
        ("fix-boundaries a.csv -o a.csv", "không ghi vào a.csv: đó là tệp đang đọc, a.csv; đặt tên khác"),
    ],
)
def test_what_fails_says_so_in_vietnamese(bk, call: str, said: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BK_GIS_LANG", "vi")
    Path("a.csv").write_text("a,b\n?,1\n", encoding="utf-8")
    done = bk(*call.split())
    assert (done.code, done.out) == (2, "")
    assert done.said.lstrip().startswith("bk-gis: ")
    assert said in done.said
    assert "expected" not in done.said


@pytest.mark.parametrize(
    ("called", "environment", "lang"),
    [
        (["map", "--lang", "en"], "vi", "en"),
        (["map", "--lang=vi"], "en", "vi"),
        (["map"], "en", "en"),
        (["map"], "EN_GB.UTF-8", "en"),
    ],
)
def test_the_option_goes_before_the_environment(called, environment, lang, monkeypatch) -> None:
    monkeypatch.setattr("sys.argv", ["bk-gis", *called])
    monkeypatch.setenv("BK_GIS_LANG", environment)
    assert spoken() == lang


@pytest.mark.parametrize(
    ("system", "lang"),
    [
        ("en_US.UTF-8", "en"),
        ("vi_VN", "vi"),
        ("English_United States.1252", "en"),
        ("de", "vi"),
        ("C.UTF-8", "vi"),
    ],
)
def test_without_either_the_system_is_asked_and_else_it_is_vietnamese(system, lang, monkeypatch) -> None:
    monkeypatch.setattr("sys.argv", ["bk-gis", "map"])
    monkeypatch.delenv("BK_GIS_LANG")
    monkeypatch.setattr("locale.setlocale", lambda _: system)
    assert spoken() == lang


@pytest.mark.costly
@pytest.mark.parametrize(
    "call",
    [
        *("coverage --by 2015", "audit", "report", "report -o a.md --by 2010", "check new", "new a"),
        *(
            "geocode a.csv -o b.csv",
            "convert a.csv -o b.csv --from 2014 --to 2025",
            "read-annex a.txt -o b.csv",
        ),
        *("join p.csv -o q.geojson", "export -o a.geojson", "compare new"),
    ],
)
def test_results_and_files_do_not_depend_on_the_language_that_is_spoken(bk, call, tmp_path, monkeypatch):
    found = []
    for lang in ("vi", "en"):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("BK_GIS_LANG", lang)
        Path(lang).mkdir()
        monkeypatch.chdir(lang)
        bk("new", "new")
        Path("a.csv").write_text("xã\nBằng Vân\nKhông Có\n", encoding="utf-8")
        Path("p.csv").write_text("lon,lat\n105.9,22.1\n", encoding="utf-8")
        Path("a.txt").write_text("TT\tTên CCN\tXã\tGiai đoạn 2026-2030\n1\tA\tB\t20\n", encoding="utf-8")
        done = bk(*call.split())
        assert done.code in (0, 1), done.said
        files = {str(file): file.read_bytes() for file in sorted(Path().rglob("*")) if file.is_file()}
        found.append((done.code, done.out, files))
    assert found[0] == found[1]


def test_a_command_is_made_ready_by_itself_and_other_calls_have_all() -> None:
    for name in GROUP.commands:
        assert list(typer.main.get_command(only(app, [name, "--help"])).commands) == [name]
    for call in ([], ["--help"], ["--quiet", "coverage"], ["no-such"]):
        assert set(typer.main.get_command(only(app, call)).commands) == set(GROUP.commands)
