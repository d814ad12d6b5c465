"""A page as a file, taken apart."""

from html.parser import HTMLParser


class Reader(HTMLParser):
    """Elements of a page with their attributes; what stands in scripts and styles."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.texts, self._inside = [], {"script": [], "style": []}, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in self.texts:
            self._inside = tag
            self.texts[tag].append("")

    def handle_endtag(self, tag):
        if tag == self._inside:
            self._inside = None

    def handle_data(self, data):
        if self._inside:
            self.texts[self._inside][-1] += data

    def attributes(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def saved(page, path):
    page.save(path)
    return path.read_text(encoding="utf-8")
