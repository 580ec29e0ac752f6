"""How the weights of the act coder are made."""
