"""
Take the pictures in docs/: the page at a projector's size, on a phone, and printed.

    python scripts/take_pictures.py maps docs/pictures

Needs Chromium, Playwright's Python package (both come with `make test`) and pdftoppm (poppler-utils).
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright


def try_changes(browser: Browser, address: str, target: Path) -> None:
    """Take the pictures of docs/how-to/what-if.md: Ba Bể loses its clusters by 2020, and gets one."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(address + "#by=2020")
    page.get_by_role("button", name="Thử phương án").click()
    for name in ("Phúc Lộc", "Chu Hương"):
        page.locator("#bk-list").get_by_role("button", name=name).click()
        page.get_by_role("button", name="2021-2025", exact=True).click()
    page.wait_for_timeout(600)
    page.screenshot(path=target / "what-if-lost-1366x768.png")
    page.get_by_role("button", name="Đóng", exact=True).click()
    page.get_by_role("button", name="Hai bản đồ").click()
    page.get_by_role("heading", name="Ai thiếu, bù bằng gì?").scroll_into_view_if_needed()
    page.locator("#bk-panel").evaluate("(panel) => panel.scrollBy(0, 260)")
    page.wait_for_timeout(600)
    page.screenshot(path=target / "what-if-beside-1366x768.png")
    page.get_by_role("button", name="Hai bản đồ").click()
    page.get_by_role("button", name="Lũng Diếc: 2021-2025 → 2016-2020").click()
    page.locator("#bk-panel").evaluate("(panel) => panel.scrollTo(0, 200)")
    page.wait_for_timeout(600)
    page.screenshot(path=target / "what-if-repaired-1366x768.png")
    page.close()


def main(maps: Path, target: Path) -> None:
    """Open the committed pages without a network and save what is seen."""
    target.mkdir(parents=True, exist_ok=True)
    page_of = {lang: (maps / f"ccn-2025-{lang}.html").resolve().as_uri() for lang in ("vi", "en")}
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])

        def take(name: str, address: str, width: int, height: int, scale: float = 1) -> None:
            page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
            page.goto(address)
            page.wait_for_timeout(1200)
            page.screenshot(path=target / name)
            page.close()

        take("page-1366x768.png", page_of["vi"], 1366, 768)
        take("district-1366x768.png", page_of["en"] + "#by=2020&district=061&cluster=5", 1366, 768)
        take("lao-cai-1366x768.png", (maps / "lao-cai-2026.html").resolve().as_uri(), 1366, 768)
        take("boundaries-2025-1366x768.png", page_of["vi"] + "#boundaries=2025", 1366, 768)
        take("phone-390x844.png", page_of["vi"], 390, 844, 2)
        try_changes(browser, page_of["vi"], target)
        page = browser.new_page()
        page.goto(page_of["vi"])
        page.wait_for_timeout(500)
        page.pdf(path=target / "print-a4.pdf", prefer_css_page_size=True)
        browser.close()
    pdftoppm = shutil.which("pdftoppm")
    if pdftoppm is None:
        sys.exit("pdftoppm is missing; install poppler-utils")
    pdf = target / "print-a4.pdf"
    subprocess.run([pdftoppm, "-r", "110", "-png", "-singlefile", pdf, target / "print-a4"], check=True)  # noqa: S603
    pdf.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
