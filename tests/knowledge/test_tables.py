"""Lists name where they come from."""

from importlib.resources import files

import pytest

from dragoman.knowledge.tables import table

NAMES = sorted(
    p.name.removesuffix(".tsv") for p in (files("dragoman.knowledge") / "lists").iterdir() if p.name.endswith(".tsv")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_list_names_its_source_and_licence_and_has_rows(name: str) -> None:
    found = table(name)
    assert found.source
    assert found.licence
    assert found.rows
