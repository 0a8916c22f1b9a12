"""A memory of bounded size."""

from bots.shared.lru import LRU


def test_what_was_not_used_for_longest_goes_first() -> None:
    memory: LRU[str, int] = LRU(2)
    memory.put("a", 1)
    memory.put("b", 2)
    assert memory.get("a") == 1
    memory.put("c", 3)

    assert len(memory) == 2
    assert (memory.get("a"), memory.get("b"), memory.get("c")) == (1, None, 3)
    memory.pop("a")
    memory.pop("a")
    assert memory.get("a") is None
