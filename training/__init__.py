"""How the weight files and lists were made."""
