"""Time limits: how long a model is waited for, in seconds, and how often it is asked.

What happens when a time is over stands in `core/usecases/model_fallback.py`.
"""

from typing import Final

FOR_SUBSTANCE: Final = 10.0
"""The model's proposals for the answers; the prompt never waits longer for them."""
FOR_WHOLE_PROMPT: Final = 25.0
"""A prompt that the model writes itself, a repair included."""
FOR_A_REPAIR: Final = 6.0
"""How much of that must be left for a repair to be requested."""
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
"""After this long the person is told that the prompt is being made."""
BETWEEN_PARTIALS: Final = 0.3
"""How often a partial answer is masked and shown."""
LEASE_RENEWED_EVERY: Final = 2.0  # the lease is for 6
ANSWER_KEPT: Final = 3.0
"""How long proposals are kept that arrive just as the prompt is requested."""
ATTEMPTS: Final = 2
"""How often the same is asked of a model; a process that died of its answer twice would die a third time."""
MOST_REQUESTS: Final = 6
"""How often proposals are requested during one interview, however often its answers change."""
