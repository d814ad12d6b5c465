"""The ledgers: the columns that say of every row how it was matched, joined or converted; no row is lost."""

from types import MappingProxyType

MATCH_LEDGER = MappingProxyType(
    {
        "match_method": "how the place was found, or why not: one of MATCH_METHODS",
        "match_score": "similarity of the name to the one it was taken for, 0 to 1; 0 where there is none",
        "match_codes": "codes of the communes it was matched to, with spaces between them",
        "match_candidates": "codes of the communes that may be meant, where it was matched to none",
        "match_reason": "the same in words, in the language asked for",
    }
)
"""Columns that `geocode` adds, and what each says; `list(MATCH_LEDGER)` names them."""
MATCH_METHODS = MappingProxyType(
    {
        "exact": "the name as the commune has it",
        "folded": "the same name, other case or marks",
        "correction": "a correction of the plan's place_names",
        "alias": "a name of another time, such as after a merger",
        "fuzzy": "a name that is clearly like this one only",
        "between": "several communes: the point is between them",
        "surveyed": "the point was measured; of clusters of a plan alone",
        "ambiguous": "several communes may be meant: no point",
        "unknown": "no commune of that name: no point",
        "empty": "no place is stated: no point",
    }
)
"""What `match_method` may be, and what that means."""
JOIN_LEDGER = MappingProxyType(
    {
        "join_method": "how the point was joined, or why not: one of JOIN_METHODS",
        "join_reason": "the same in words, in the language asked for; empty where the point is within",
    }
)
"""Columns that `join_regions` adds beside the units, and what each says."""
JOIN_METHODS = MappingProxyType(
    {
        "within": "the point lies in this commune",
        "nearest": "it lies in none, and this one is near enough",
        "differs": "it lies in this commune, but the row states another district",
        "outside": "it lies in no commune",
        "zone": "it lies in none, and would in another VN-2000 zone",
        "empty": "there is no point",
    }
)
"""What `join_method` may be, and what that means."""
CONVERT_LEDGER = MappingProxyType(
    {
        "convert_method": "whole, split, between; or no answer: ambiguous, differs, vintage, unknown, empty",
        "convert_codes": "codes of the communes of the other year, the largest share first",
        "convert_names": "their names",
        "convert_shares": "their shares of the area, where they are known",
        "convert_candidates": "codes that may be meant, where there is no answer",
        "convert_reason": "the same in words, in the language asked for",
    }
)
"""Columns that `convert` adds, and what each says."""
