"""Walking broader and narrower terms, and finding circles among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

Steps = Callable[[str], Iterable[str]]


def reach(start: str, steps: Steps) -> tuple[str, ...]:
    """`start` and everything reached by `steps`, nearest first, each once."""
    seen = dict.fromkeys([start])
    queue = [start]
    while queue:
        for id_ in steps(queue.pop(0)):
            if id_ not in seen:
                seen[id_] = None
                queue.append(id_)
    return tuple(seen)


def circle(above: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """One circle in `above` (id → ids over it) in its own order, the first id not repeated; () where there is none."""
    clear: set[str] = set()
    for start in above:
        path, branches = [start], [iter(above[start])]
        while path:
            step = next(branches[-1], None)
            if step is None:
                clear.add(path.pop())
                branches.pop()
            elif step in path:
                return tuple(path[path.index(step) :])
            elif step not in clear:
                path.append(step)
                branches.append(iter(above.get(step, ())))
    return ()
