"""Who is reported to have conveyed what: one file per way in which English says so."""

from dragoman.reading.attribution.find import RULES, Attributor, RuleAttributor, find_attributions

__all__ = ["RULES", "Attributor", "RuleAttributor", "find_attributions"]
