"""Many articles to briefs: in order, in constant memory, each brief whole or not there at all."""

from briefkit.batch.options import Options
from briefkit.batch.report import Outcome, Report
from briefkit.batch.run import run_batch

__all__ = ["Options", "Outcome", "Report", "run_batch"]
