"""What commands take from start to end, beside the import of geopandas alone: processor time of processes."""

import resource
import subprocess
import sys
import tempfile

TURNS = 9
COMMANDS = {
    "python -c 'import geopandas'": ("-c", "import geopandas"),
    "python -c 'import bk_gis'": ("-c", "import bk_gis"),
    "bk-gis --help": ("--help",),
    "bk-gis coverage": ("coverage", "--by", "2020"),
    "bk-gis audit": ("audit",),
    "bk-gis map": ("map", "-o", "map.html"),
}
MAIN = "from bk_gis.cli.main import main; main()"


def cost(arguments: tuple[str, ...], folder: str) -> float:
    """Run Python, or bk-gis, and count the seconds of the processor that it takes."""
    call = arguments if arguments[0] == "-c" else ("-c", MAIN, *arguments)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *call], cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the least of several turns, in turn, and the ratio to geopandas."""
    with tempfile.TemporaryDirectory() as folder:
        turns = [{name: cost(call, folder) for name, call in COMMANDS.items()} for _ in range(TURNS)]
    least = {name: min(turn[name] for turn in turns) for name in COMMANDS}
    alone = next(iter(least.values()))
    print(f"| start to end, least of {TURNS} turns | processor time | of geopandas |\n|---|---|---|")
    for name, seconds in least.items():
        print(f"| {name} | {seconds:.2f} s | {seconds / alone:.2f} |")


if __name__ == "__main__":
    main()
