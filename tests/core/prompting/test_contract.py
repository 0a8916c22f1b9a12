from hypothesis import HealthCheck, given, settings

from core.prompting.brief import Brief
from core.prompting.compose import LONGEST, compose, size
from core.prompting.contract import parse
from tests.core.prompting.briefs import briefs


@settings(max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(briefs)
def test_a_composed_prompt_reads_back(brief: Brief):
    assert parse(compose(brief).prompt) == brief


@settings(max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(briefs)
def test_a_composed_prompt_has_the_right_size(brief: Brief):
    assert 250 <= size(compose(brief).prompt) <= LONGEST
