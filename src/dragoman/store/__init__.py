"""What outlives a run: texts and readings."""
