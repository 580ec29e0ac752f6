"""Fits the act coder: TF-IDF of features and a sentence vector into logistic regression, then Platt scaling."""

import warnings
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

from dragoman.language.acts import EDGE, MEANING, ActCoder, hashed
from dragoman.language.encoder import SCALE
from training.acts.corpus import Example

FOLDS = 5
FREEDOM, STEPS = 10.0, 300
"""C of the regression, chosen among 1, 3, 10 and 30 by the folds; how many steps it takes at most."""
SEEN = 2
"""A feature counts that so many training examples have."""
Arrays = dict[str, npt.NDArray[Any]]


class Held(NamedTuple):
    """What a model says of examples it was not fitted to: the best root but NONE or NONE, and its probability."""

    roots: npt.NDArray[Any]
    odds: npt.NDArray[np.float64]


def fit(examples: Sequence[Example], sure: tuple[float, float] = (1.0, 0.0)) -> Arrays:
    """The arrays of an ``ActCoder``."""
    counter = CountVectorizer(analyzer=sorted, binary=True, min_df=SEEN)
    tfidf = TfidfTransformer()
    words = tfidf.fit_transform(counter.fit_transform([example.features for example in examples]))
    vectors = np.array([np.frombuffer(e.vector, dtype=np.int8) for e in examples], dtype=np.float64)
    table = sparse.hstack([words, sparse.csr_matrix(vectors * (MEANING / SCALE))]).tocsr()
    model = LogisticRegression(C=FREEDOM, class_weight="balanced", max_iter=STEPS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(table, [example.root for example in examples])
    names = counter.get_feature_names_out()
    hashes = np.array([hashed(name) for name in names], dtype=np.uint64)
    order = np.argsort(hashes)
    return {
        "roots": model.classes_.astype("U9"),
        "hashes": hashes[order],
        "idf": tfidf.idf_[order].astype(np.float32),
        "words": model.coef_.T[: len(names)][order].astype(np.float16),
        "meaning": model.coef_.T[len(names) :].astype(np.float16),
        "bias": model.intercept_.astype(np.float32),
        "sure": np.array(sure, dtype=np.float32),
    }


def folds(examples: Sequence[Example], seed: int) -> Iterator[tuple[list[int], list[int]]]:
    """Indices of training and held-back examples, five times; no text is in both."""
    split = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
    for train, held in split.split(examples, [e.root for e in examples], [e.text for e in examples]):
        yield train.tolist(), held.tolist()


def held_out(examples: Sequence[Example], seed: int) -> Held:
    """What models say of each example that were fitted without its text."""
    roots, odds = np.empty(len(examples), dtype="U9"), np.zeros(len(examples))
    for train, held in folds(examples, seed):
        arrays = fit([examples[i] for i in train])
        coder = ActCoder(arrays, "")
        for i in held:
            vector = examples[i].vector if coder.may_be(examples[i].features) else None
            scores = coder.probabilities(examples[i].features, vector)
            roots[i], odds[i] = arrays["roots"][scores.argmax()], scores.max()
    return Held(roots, odds)


def how_sure(examples: Sequence[Example], held: Held) -> tuple[float, float]:
    """Slope and offset from the log odds of the best root to how often it is right."""
    coded = held.roots != "NONE"
    clipped = np.clip(held.odds[coded], EDGE, 1 - EDGE)
    right = np.array([e.root for e in examples])[coded] == held.roots[coded]
    model = LogisticRegression(C=1e3).fit(np.log(clipped / (1 - clipped))[:, None], right)
    return float(model.coef_[0, 0]), float(model.intercept_[0])
