"""Undertakings as the parse shows them: the words for them, who gives them, what they are of, and whether as a fact."""
