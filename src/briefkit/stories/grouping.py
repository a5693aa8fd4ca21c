"""Which briefs are of one story: average linkage over briefs with rare features in common."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

# Two groups are one story while the mean likeness of their articles is above this; on ECB+ each
# value from 0.20 to 0.28 is within 0.05 of the best.
LIKENESS = 0.25
# What is less alike is not even compared further.
_FLOOR = 0.08
_NEAREST = 60
# Rows compared at a time: their products with all others are what takes most memory.
_ROWS = 64
# A feature of more briefs tells no story from another, and would take the square of the time.
_MOST_SHARED = 1000
# Average linkage takes the square of a component's size; larger ones are cut at strong ties first.
_LARGEST, _STEP = 1500, 0.06

Edges = tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.float32]]


def group(matrix: csr_matrix) -> npt.NDArray[np.int64]:
    """The number of each row's group; groups are numbered by their first row."""
    firsts, which = _distinct(matrix)
    labels = np.empty(len(firsts), dtype=np.int64)
    count = 0
    if len(firsts) < matrix.shape[0]:
        matrix = matrix[firsts]
    for rows, edges in _components(len(firsts), _edges(matrix)):
        found = _linked(rows, edges)
        labels[rows] = found + count
        count += int(found.max()) + 1
    every = labels[which]
    _, first, inverse = np.unique(every, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse]


def _distinct(matrix: csr_matrix) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The first row of each kind, and for every row the number of its kind."""
    seen: dict[bytes, int] = {}
    which = np.empty(matrix.shape[0], dtype=np.int64)
    for row in range(matrix.shape[0]):
        part = slice(matrix.indptr[row], matrix.indptr[row + 1])
        key = sha256(matrix.indices[part].tobytes() + matrix.data[part].tobytes()).digest()
        which[row] = seen.setdefault(key, len(seen))
    return np.unique(which, return_index=True)[1], which


def _edges(matrix: csr_matrix) -> Edges:
    """The nearest rows of each row, and how near they are."""
    counts = np.bincount(matrix.indices, minlength=matrix.shape[1])
    kept = np.flatnonzero(((counts > 1) & (counts <= _MOST_SHARED))[matrix.indices])
    ends = np.searchsorted(kept, matrix.indptr)
    shared = csr_matrix((matrix.data[kept], matrix.indices[kept], ends), matrix.shape)
    del kept
    turned = shared.T.tocsr()
    parts: list[Edges] = []
    for start in range(0, shared.shape[0], _ROWS):
        near = (shared[start : start + _ROWS] @ turned).tocoo()
        keep = (near.data >= _FLOOR) & (near.row + start != near.col)
        parts.append(_nearest(near.row[keep] + start, near.col[keep], near.data[keep]))
    rows, columns, data = (np.concatenate(part) for part in zip(*parts, strict=True))
    return rows, columns, data


def _nearest(
    rows: npt.NDArray[np.int32], columns: npt.NDArray[np.int32], data: npt.NDArray[np.float32]
) -> Edges:
    """The strongest edges of each row; of equal ones those to the first rows."""
    order = np.lexsort((columns, -data, rows))
    rows, columns, data = rows[order], columns[order], data[order]
    starts = np.searchsorted(rows, rows)
    keep = np.arange(len(rows)) - starts < _NEAREST
    return rows[keep], columns[keep], data[keep]


def _components(size: int, edges: Edges) -> Iterator[tuple[npt.NDArray[np.int64], Edges]]:
    """The rows that edges hold together, with their edges, cut until none is too large."""
    waiting = [(np.arange(size), edges, _FLOOR)]
    while waiting:
        rows, (starts, ends, data), least = waiting.pop()
        if least > _FLOOR:  # no edge is below the floor
            keep = data >= least
            starts, ends, data = starts[keep], ends[keep], data[keep]
        graph = coo_matrix((data, (starts, ends)), (len(rows), len(rows)))
        count, labels = connected_components(graph, directed=False)
        of_edges = labels[starts]
        by_row, by_edge = np.argsort(labels, kind="stable"), np.argsort(of_edges, kind="stable")
        members = np.split(by_row, np.searchsorted(labels[by_row], np.arange(1, count)))
        inner = np.split(by_edge, np.searchsorted(of_edges[by_edge], np.arange(1, count)))
        place = np.empty(len(rows), dtype=np.int32)
        for some, mine in zip(members, inner, strict=True):
            place[some] = np.arange(len(some))
            part = (place[starts[mine]], place[ends[mine]], data[mine])
            if len(some) > _LARGEST and least < 1:
                waiting.append((rows[some], part, least + _STEP))
            else:
                yield rows[some], part


def _linked(rows: npt.NDArray[np.int64], edges: Edges) -> npt.NDArray[np.int64]:
    """The groups of one component, from 0."""
    size = len(rows)
    if size == 1 or size > _LARGEST:
        return np.zeros(size, dtype=np.int64)
    far = np.ones((size, size))
    starts, ends, data = edges
    far[starts, ends] = 1 - data
    far = np.minimum(far, far.T)
    np.fill_diagonal(far, 0)
    tree = linkage(squareform(far.clip(0), checks=False), "average")
    labels: npt.NDArray[np.int64] = fcluster(tree, 1 - LIKENESS, "distance").astype(np.int64) - 1
    return labels
