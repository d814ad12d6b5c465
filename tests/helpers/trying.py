"""The mode "Thử phương án" as somebody in the room uses it."""

import base64


class Trying:
    """An open page, in the mode."""

    def __init__(self, room):
        self.room, self.page = room, room.page
        self.page.get_by_role("button", name="Thử phương án").click()
        self.box = self.page.get_by_role("region", name="Thử phương án")
        self.box.wait_for()

    def button(self, name):
        return self.box.get_by_role("button", name=name, exact=True)

    def choose(self, name):
        """Choose a cluster in the list."""
        self.page.locator("#bk-list").get_by_role("button", name=name).click()
        return self.box.get_by_role("region", name=name)

    def changes(self):
        return self.page.evaluate("bkPage.mode.document.changes")

    def said(self):
        return self.room.words(self.box.get_by_role("status"))

    def text(self):
        return self.room.words(self.box)

    def banner(self):
        return self.room.words(self.page.locator(".bk-page > .bk-banner"))

    def saved(self, path):
        """Save what is tried."""
        with self.page.expect_download() as download:
            self.button("Lưu tệp").click()
        assert download.value.suggested_filename == "changes.toml"
        download.value.save_as(path)
        return path

    def open(self, path):
        self.box.locator("input[type=file]").set_input_files(path)
        self.page.wait_for_function("() => bkPage.mode.reading === null")

    def drop(self, name, content):
        """Drop a file on the page."""
        self.page.evaluate(
            """([name, content]) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
              document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
            }""",
            [name, base64.b64encode(content).decode()],
        )
        self.page.wait_for_function("() => bkPage.mode.reading === null")
