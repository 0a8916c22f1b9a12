from core.adapters.vllm.breaker import Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_few_failures_are_forgiven() -> None:
    breaker = Breaker(Clock())
    breaker.failed()
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    breaker.failed()

    assert breaker.allows()


def test_three_in_a_row_open_it_for_a_rest() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(3):
        breaker.failed()

    assert not breaker.allows()
    clock.now = 31
    assert breaker.allows()
    assert not breaker.allows(), "one trial at a time"


def test_a_trial_that_succeeds_closes_it() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(3):
        breaker.failed()
    clock.now = 31
    breaker.allows()
    breaker.succeeded()

    assert breaker.allows()
    assert breaker.allows()
