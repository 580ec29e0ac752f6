"""How the attribution tagger's weights are made."""
