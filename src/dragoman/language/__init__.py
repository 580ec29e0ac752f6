"""The models, each loaded once, its files' SHA-256 known; nothing else imports their libraries."""
