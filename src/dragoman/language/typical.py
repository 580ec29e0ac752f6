"""What the leads of all news have in common: the mean of many leads' vectors, taken away before leads are compared."""

import hashlib
import json
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelMissing

FILE = "typical_lead.json"
SHA256 = "76735711173d00ed9ece316bf5f54ca85536fd57f7668b263bbe444c5238aadc"

Sum = npt.NDArray[np.int64]


@cache
def typical_lead(leads: int) -> Sum:
    """The sum of the vectors of so many typical leads, in whole numbers; made by ``training/typical_lead.py``.

    Raises:
        ModelMissing: the file is not the one that was measured.
    """
    data = (files("dragoman") / "weights" / FILE).read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise ModelMissing(f"weights/{FILE} is not the one that this version was measured with: install dragoman again")
    made = json.loads(data)
    total: Sum = np.rint(np.array(made["sum"], dtype=np.int64) * (leads / made["leads"])).astype(np.int64)
    return total
