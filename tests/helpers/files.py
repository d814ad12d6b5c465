"""What lies in a folder."""


def only(folder):
    return sorted(path.name for path in folder.iterdir())
