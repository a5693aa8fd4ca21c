"""Worker processes: batches out, results back in order, and no death or delay costs more than one.

`Ledger` knows which items are where, whoever works on them; `Pool` has them worked on by processes
of this machine.
"""

from briefkit.pool.grouping import answered, grouped
from briefkit.pool.ledger import Job, Ledger
from briefkit.pool.pool import Pool, compute_on_one_core

__all__ = ["Job", "Ledger", "Pool", "answered", "compute_on_one_core", "grouped"]
