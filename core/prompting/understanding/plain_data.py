"""An understanding as plain data, as `promptgen compose --jsonl` shows it."""

from typing import Any

from core.prompting.understanding.understanding import Understanding


def as_data(understanding: Understanding) -> dict[str, Any]:
    """Return the fields of an understanding; all texts are masked as the brief was.

    `facts` are the sentences of the introduction that tell something, `told` those and the questions among them.
    """
    intent, locale = understanding.intent, understanding.locale
    return {
        "intent": intent.id,
        "name": intent.name[locale],
        "product": str(intent.product),
        "confidence": round(understanding.recognition.confidence, 3),
        "alternatives": [path.partition(".")[2] for path in understanding.recognition.alternatives],
        "audience": understanding.audience or None,
        "requirements": list(understanding.instructions),
        "facts": list(understanding.facts),
        "told": list(understanding.told),
        "material": str(understanding.material.state),
        "gaps": [
            {
                "slot": gap.slot.id,
                "question": gap.slot.ask[locale],
                "options": list(gap.slot.options[locale]),
                "asked": gap.is_asked,
                "assumed": gap.assumed or None,
            }
            for gap in understanding.gaps
        ],
        "conflicts": [{"kind": str(each.kind), "settled": each.settled} for each in understanding.conflicts],
    }
