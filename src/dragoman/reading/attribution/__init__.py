"""Who is reported to have conveyed what: one file per way in which English says so."""

from dragoman.reading.attribution.find import RULES, Attributor, RuleAttributor, find_attributions
from dragoman.reading.attribution.tagged import MODEL_NAME, TaggedAttributor

__all__ = ["MODEL_NAME", "RULES", "Attributor", "RuleAttributor", "TaggedAttributor", "find_attributions"]
