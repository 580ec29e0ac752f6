"""Writes the trained tagger as ONNX with int8 weights, one scale a channel, and its vocabulary.

    python -m training.attribution.export ENCODER BEST.pt WEIGHTS

ENCODER is the folder of the base encoder, WEIGHTS the folder that gets attribution.onnx and attribution_vocabulary.txt;
attribution_fp32.onnx is left beside BEST.pt, to measure what int8 costs.
"""

import argparse
import hashlib
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from dragoman.language.wordpieces import FEATURES
from training.attribution.network import TaggerNetwork


def main() -> None:
    """Writes the files and prints their SHA-256."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("encoder", "best", "weights"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    model = TaggerNetwork(args.encoder)
    model.load_state_dict(torch.load(args.best, weights_only=True))
    full = args.best.with_name("attribution_fp32.onnx")
    export(model, full)
    small = args.weights / "attribution.onnx"
    quantize_dynamic(full, small, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    vocabulary = args.weights / "attribution_vocabulary.txt"
    shutil.copyfile(args.encoder / "vocab.txt", vocabulary)
    for path in (small, vocabulary):
        print(f"{path.name} {path.stat().st_size} bytes {hashlib.sha256(path.read_bytes()).hexdigest()}")


def export(model: TaggerNetwork, path: Path) -> None:
    """The network for one window of any length."""
    model.eval()
    window = tuple(torch.ones((1, 16), dtype=torch.int64) for _ in FEATURES)
    torch.onnx.export(
        model,
        window,
        path,
        input_names=list(FEATURES),
        output_names=["logits"],
        dynamic_axes={name: {1: "pieces"} for name in (*FEATURES, "logits")},
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
