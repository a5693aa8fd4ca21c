"""The tests, each process of them on one core: as many processes as cores run them.

Two threads that share a small product of matrices wait for each other, and busily, where another
process has the second core.
"""

from briefkit.pool import compute_on_one_core

compute_on_one_core()  # before libraries are loaded that ask for it
