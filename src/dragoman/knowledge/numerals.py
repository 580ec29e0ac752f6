"""Roman numerals."""

import re

ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
VALUES = {"I": 1, "V": 5, "X": 10}


def roman(printed: str) -> int:
    """The number that a Roman numeral up to XXXIX stands for, in capitals or not; 0 for what is none."""
    if not printed or ROMAN.fullmatch(printed) is None:
        return 0
    values = [VALUES[letter] for letter in printed.upper()]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
