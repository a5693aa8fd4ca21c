"""What every condition asks: counts where rules fire, and leaves one out.

`install()` comes before the first import of a component: from then on the modules of `ROOMS` are
compiled with their conditions wrapped. The files stay as they are.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from tests.rules.conditions import PROBE, Condition, instrumented

SOURCE = Path(__file__).parents[2] / "src"
ROOMS = ("briefkit.components.", "briefkit.layout", "briefkit.reading")
# They hold data and machinery, no rule about language.
NO_RULES = ("lazy", "vectors", "records", "columns", "reader", "windows")
# A loop whose end was left out would go on for ever: a run may ask so many times as often.
MOST = 30


class RanAwayError(Exception):
    """Without its rule the component does not come to an end."""


class Probe:
    """`fired[rule][article]` are the steps in which it did something there; `asked` counts.

    `tested` are the rules that do something in a unit test.
    """

    def __init__(self) -> None:
        self.conditions: list[Condition] = []
        self.asked: dict[int, int] = defaultdict(int)
        self.fired: dict[int, dict[int, set[int]]] = defaultdict(dict)
        self.times: dict[int, int] = defaultdict(int)
        self.tested: set[int] = set()
        self.article = self.step = 0
        self.out: int | None = None
        self.left = 0

    def count(self, rule: int, truth: Any) -> Any:
        """Take a note of a condition; its value as it is."""
        self.asked[rule] += 1
        self.left += 1
        if bool(truth) != self.conditions[rule].neutral:
            self.times[rule] += 1
            self.fired[rule].setdefault(self.article, set()).add(self.step)
        return truth

    def test(self, rule: int, truth: Any) -> Any:
        """Take a note of a condition that does something in a test; its value as it is."""
        if bool(truth) != self.conditions[rule].neutral:
            self.tested.add(rule)
        return truth

    def leave_out(self, rule: int, truth: Any) -> Any:
        """The value of a condition, or what it is where it does nothing if it is left out."""
        self.left -= 1
        if not self.left:
            raise RanAwayError
        return self.conditions[rule].neutral if rule == self.out else truth


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, probe: Probe) -> None:
        super().__init__(name, path)
        self.probe = probe

    def get_code(self, fullname: str) -> CodeType | None:
        path = Path(self.path)
        file = str(path.relative_to(SOURCE / "briefkit"))
        code: CodeType = instrumented(file, path.read_text(encoding="utf-8"), self.probe.conditions)
        return code

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__[PROBE] = self.probe.count
        super().exec_module(module)


class _Finder(MetaPathFinder):
    def __init__(self, probe: Probe) -> None:
        self.probe = probe

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith(ROOMS) or fullname.rpartition(".")[2] in NO_RULES:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(fullname, spec.origin, self.probe)
        return spec


def install() -> Probe:
    """The probe, asked by every room that is imported from now on, from the checkout's src/."""
    early = [name for name in sys.modules if name.startswith(ROOMS)]
    assert not early, f"imported before they could be instrumented: {early}"
    sys.path.insert(0, str(SOURCE))
    probe = Probe()
    sys.meta_path.insert(0, _Finder(probe))
    return probe


def bind(function: Any) -> None:
    """Let every condition ask another function of the probe, and forget what was kept of before."""
    for name, module in list(sys.modules.items()):
        if name.startswith(ROOMS) and PROBE in module.__dict__:
            module.__dict__[PROBE] = function
    clear_caches()


def clear_caches() -> None:
    """Empty the caches of functions: they hold what other conditions said."""
    for name, module in list(sys.modules.items()):
        if name.startswith(ROOMS):
            for value in list(module.__dict__.values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
