"""Makes the act coder's weights.

    python -m training.acts.train SHARED WEIGHTS

Prints the SHA-256 that belongs into ``language/acts.py``.
"""

import argparse
import hashlib
from pathlib import Path

import numpy as np

from dragoman.language.encoder import load_encoder
from dragoman.language.parser import load_parser
from training.acts.corpus import load
from training.acts.fit import fit, held_out, how_sure

SEED = 0


def main() -> None:
    """Fits to everything, its sureness to what folds held back, and writes acts.npz."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("shared", "weights"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    examples = load(args.shared, load_parser(), load_encoder())
    path = args.weights / "acts.npz"
    np.savez_compressed(path, **fit(examples, how_sure(examples, held_out(examples, SEED))))  # type: ignore[arg-type]  # numpy's stubs take a keyword of its own for the arrays
    print(f"{path.name} {path.stat().st_size} bytes {hashlib.sha256(path.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
