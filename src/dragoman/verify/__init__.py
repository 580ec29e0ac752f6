"""Holds a brief or a record against independent copies of its texts."""

from dragoman.verify.file import verify
from dragoman.verify.report import Report

__all__ = ["Report", "verify"]
