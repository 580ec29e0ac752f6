#!/bin/sh
# Makes the act coder's weights: training/acts/make.sh SHARED [WORK]
# SHARED holds data/events, data/processes and data/polnear. WORK (default: out/acts) gets the environment.
set -eu
cd "$(dirname "$0")/../.."
shared=${1:?name the folder that holds data/events, data/processes and data/polnear}
work=${2:-out/acts}
mkdir -p "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --editable '.[english]' scikit-learn==1.9.1 scipy==1.17.1
PYTHONPATH=src:. OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$work/venv/bin/python" -m training.acts.train "$shared" src/dragoman/weights
echo "put the SHA-256 above into src/dragoman/language/acts.py, then: python bench/acts.py $shared --folds"
