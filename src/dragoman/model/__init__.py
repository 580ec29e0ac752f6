"""The nouns: frozen dataclasses, fully typed. Imports nothing of ours but the errors."""
