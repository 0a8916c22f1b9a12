"""Time limits: how long a model is waited for, in seconds, and how often it is asked.

What happens when a time is over stands in `core/usecases/model_fallback.py`.
"""

from typing import Final

FOR_SUBSTANCE: Final = 10.0
"""What a model proposes for the answers; at most so long its prompt waits for it."""
FOR_WHOLE_PROMPT: Final = 25.0
"""The model's own prompt, repair and all."""
FOR_A_REPAIR: Final = 6.0
"""What has to be left of that for a repair to be worth asking."""
FOR_A_CHANGE: Final = 10.0
"""A wish in words that the rules do not read."""
FOR_A_TRIAL: Final = 180.0
"""The whole answer to a prompt that is tried; people watch it grow."""
FOR_AN_ARM: Final = 90.0
"""Each answer of a comparison."""
FOR_A_CONTENDER: Final = 180.0
"""Each answer of `promptgen compare`, unless `--seconds` says otherwise."""
FOR_A_PERSONA: Final = 20.0
FOR_A_LINE: Final = 40.0
"""A line of a rehearsal, a second attempt included."""
FOR_A_REVIEW: Final = 40.0

BETWEEN_WORDS: Final = 30.0
"""The first words of an answer that is streamed, and between any two of it."""
FOR_LISTING: Final = 5.0
"""Which models an endpoint serves."""
FOR_A_PROBE: Final = 20.0
"""Each request that finds out what a model can do."""

UNTIL_PROGRESS: Final = 1.0
"""Who waits for less is not told that a prompt is being made."""
BETWEEN_PARTIALS: Final = 0.3
"""How often what there is of an answer is masked, to be shown."""
LEASE_RENEWED_EVERY: Final = 2.0  # the lease is for 6
ANSWER_KEPT: Final = 3.0
"""What comes just when the prompt is wanted instead of the summary is still there for it."""
ATTEMPTS: Final = 2
"""How often a model is asked for the same: who died of its answer twice would die a third time."""
MOST_REQUESTS: Final = 6
"""How often one is asked for substance in an interview before the prompt: who changes answers all the time waits."""
