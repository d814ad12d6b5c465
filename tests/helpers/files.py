"""What lies in a folder, and a file of it spoilt."""


def only(folder):
    return sorted(path.name for path in folder.iterdir())


def spoil(path, old, new):
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
