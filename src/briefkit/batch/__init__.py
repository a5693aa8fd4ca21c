"""Many articles to briefs: in order, in constant memory, each brief whole or not there at all."""

from briefkit.batch.report import Report
from briefkit.batch.run import run_batch

__all__ = ["Report", "run_batch"]
