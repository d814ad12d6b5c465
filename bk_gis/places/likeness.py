"""Which places' names are like a name, as typists and scanners spoil them. No pandas."""

from collections.abc import Iterable, Sequence

from bk_gis.language.names import bare, fold, spelt_out
from bk_gis.places.values import Place, within_district

# Chosen on benchmarks/place_names.csv; benchmarks/labelled_names.py prints what they come to.
ALIKE_IN_DISTRICT = 0.88  # similarity from which one name is taken for another where the district is known
ALIKE_ANYWHERE = 0.93  # the same where it is not, and where a name was typed without marks
ALIKE_DISTRICT = 0.85  # the same for districts and provinces, which are few
MARGIN = 0.05  # by which the best has to be ahead of the next
_HINT = 0.7  # similarity from which a name is shown as a candidate
_HINTS = 5


class LikeNames:
    """The names of places, spelt so that what differs can be weighed, by the key of a district."""

    def __init__(self, places: Sequence[Place], districts: Iterable[str]) -> None:
        self._by_code = {place.code: place for place in places}
        self._pools = {
            (district, plain): {
                place.code: spelt_out((bare if plain else fold)(place.name))
                for place in within_district(places, district)
            }
            for district in ("", *districts)
            for plain in (False, True)
        }

    def near(self, name: str, district: str) -> tuple[tuple[Place, ...], bool, bool]:
        """Find the places of like names; whether the first is like enough, and ahead of the next."""
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        unmarked = name.isascii()
        near = process.extract(
            spelt_out((bare if unmarked else fold)(name)),
            self._pools[district, unmarked],
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_HINT,
            limit=_HINTS,
        )
        places = tuple(self._by_code[code] for _, _, code in near)
        best, second = [*(score for _, score, _ in near), 0.0, 0.0][:2]
        enough = ALIKE_IN_DISTRICT if district and not unmarked else ALIKE_ANYWHERE
        return places, best >= enough, best - second >= MARGIN
