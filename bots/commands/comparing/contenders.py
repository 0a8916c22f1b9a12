"""Contenders: an arm of the prompt on one of the endpoints."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from core.errors import InputError
from core.features.comparison.arms import Arm
from core.ports import Advisor, Assistant


@dataclass(frozen=True, slots=True)
class Contender:
    """One of those that are compared, by the name it was given on the command line; `advisor` adds to its prompt."""

    name: str
    arm: Arm
    assistant: Assistant
    advisor: Advisor | None = None


def read_contenders(
    written: str, assistants: Sequence[Assistant], advisors: Mapping[Arm, Mapping[str, Advisor]] = MappingProxyType({})
) -> tuple[Contender, ...]:
    """Return the contenders of `raw,short,detailed`, `gpu,cpu` or `raw@gpu,detailed@cpu`.

    An arm alone is asked of the first endpoint; an endpoint alone is asked the detailed prompt.

    Raises:
        InputError: One names neither, or all are the same one.
    """
    by_name = {assistant.name: assistant for assistant in assistants}
    found: dict[str, Contender] = {}
    for name in filter(None, (part.strip() for part in written.split(","))):
        arm, _, endpoint = name.partition("@")
        if not endpoint and arm in by_name:
            arm, endpoint = Arm.DETAILED, arm
        endpoint = endpoint or assistants[0].name
        if arm not in set(Arm) or endpoint not in by_name:
            raise InputError(reason="contender", name=name[:40], known=", ".join([*Arm, *by_name]))
        advisor = advisors.get(Arm(arm), {}).get(endpoint)
        found[name] = Contender(name, Arm(arm), by_name[endpoint], advisor)
    if not found:
        raise InputError(reason="contender", name=written[:40], known=", ".join([*Arm, *by_name]))
    return tuple(found.values())
