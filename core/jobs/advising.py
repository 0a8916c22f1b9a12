"""Advising: everything that a model has to say of a brief, its substance first and then its own prompt."""

from core.errors import ModelUnavailable
from core.ports import Advisor
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.model.advised import Advised


async def advised_by(advisor: Advisor, brief: Brief, composition: Composition) -> Advised:
    """Return the prompt with the substance that a model has added, and the model's own where it may stand.

    Raises:
        ModelUnavailable: It has nothing to say in its time.
    """
    try:
        advised = await advisor.advise(brief, composition)
    except ModelUnavailable:
        written = await advisor.write(brief, Advised(composition, ""))
        if written.whole is None:
            raise
        return written
    return await advisor.write(brief, advised)
