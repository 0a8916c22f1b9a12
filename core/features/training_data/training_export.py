"""Training export: training examples, made of the prompts of those who agreed.

Nothing is kept for it: each collection reads the stored sessions anew, so that whoever takes the consent back, or has
their data deleted, is not in the next one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.conversation.questions import Key
from core.conversation.rating import Feedback, Rating
from core.conversation.session import Version
from core.ports import Detector, Store, StoredSession
from core.privacy.mask import mask_again
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.prompting.brief_lines import request_of
from core.prompting.checking.fit import fit
from core.prompting.checking.lost_content import lost, promised
from core.prompting.compose import compose
from core.prompting.similarity import NearDuplicates
from core.sessions.briefing import brief_of
from core.values.choices import Variant
from core.values.locale import Locale


class SkipReason(StrEnum):
    """Why a conversation is left out."""

    UNFINISHED = "unfinished"
    DISLIKED = "disliked"
    REFERENCE = "reference"
    PERSONAL = "personal"
    CONTRACT = "contract"
    SCORE = "score"
    DUPLICATE = "duplicate"
    NO_CHOICE = "no_choice"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted: prompts that fit their brief by `least` of 100 points.

    `held_out` is the share of people kept for tests.
    """

    least: int = 0
    held_out: float = 0.1


@dataclass(frozen=True, slots=True)
class Pair:
    """A request, the prompt that it became, and in a pair of preference the one that was liked less.

    `line` is what the person wrote first, `shape` what they answered about form, length, language and level: the same
    line in another shape is no duplicate.
    """

    request: MaskedText
    prompt: MaskedText
    locale: Locale
    improvements: tuple[str, ...]
    feedback: Feedback | None
    points: int
    is_held_out: bool
    line: str
    shape: tuple[str, ...]
    rejected: MaskedText | None = None


@dataclass(slots=True)
class Stats:
    """What became of the conversations of those who agreed."""

    people: set[float] = field(default_factory=set)
    left: Counter[SkipReason] = field(default_factory=Counter)


class TrainingExport:
    """Collects pairs; the detector has to find nothing in any of them."""

    def __init__(self, store: Store, detector: Detector, wanted: Filter) -> None:
        self._store = store
        self._detector = detector
        self._wanted = wanted

    def examples(self, tally: Stats) -> Iterator[Pair]:
        """Yield the best prompt of each conversation.

        Raises:
            VaultKeyError: Without the key nobody can say whether a prompt holds a real value.
        """
        yield from self._pairs(tally, _best)

    def preferences(self, tally: Stats) -> Iterator[Pair]:
        """Yield a prompt that was liked beside one that was not, or the one that another was refined into.

        Raises:
            VaultKeyError: As above.
        """
        yield from self._pairs(tally, _choice)

    def _pairs(
        self, tally: Stats, choose: Callable[[StoredSession], tuple[Version | SkipReason, Version | None]]
    ) -> Iterator[Pair]:
        seen: defaultdict[tuple[str, ...], NearDuplicates] = defaultdict(NearDuplicates)
        for held in self._store.consented():
            share = self._store.split_bucket(held)
            pair = self._pair(held, *choose(held), share=share)
            if isinstance(pair, Pair) and seen[pair.shape].has_like(pair.line):
                pair = SkipReason.DUPLICATE
            if isinstance(pair, Pair):
                tally.people.add(share)
                yield pair
            else:
                tally.left[pair] += 1

    def _pair(
        self, held: StoredSession, chosen: Version | SkipReason, rejected: Version | None, *, share: float
    ) -> Pair | SkipReason:
        if isinstance(chosen, SkipReason):
            return chosen
        if any(Key.REFERENCE in version.answers for version in (chosen, rejected) if version):
            return SkipReason.REFERENCE  # a document is more than its personal items
        clean = _Cleaner(held.vault, held.session.locale, self._detector)
        locale = chosen.prompt_language or held.session.locale
        brief = replace(
            brief_of(chosen.answers, locale, prompt_language=chosen.prompt_language), variant=chosen.variant
        )
        request, prompt = clean(request_of(brief)), clean(chosen.prompt)
        other = clean(rejected.prompt) if rejected else None
        if request is None or prompt is None or (rejected and other is None):
            return SkipReason.PERSONAL
        if any(lost(promised(compose(brief)), prompt)):
            return SkipReason.CONTRACT
        points = round(100 * fit(prompt, brief).total)
        if points < self._wanted.least:
            return SkipReason.SCORE
        kinds = tuple(dict.fromkeys(each.kind for each in chosen.improvements))
        is_held_out = share < self._wanted.held_out
        line, shape = str(brief.purpose), (str(brief.form), str(brief.length), str(brief.language), str(brief.level))
        return Pair(request, prompt, locale, kinds, chosen.feedback, points, is_held_out, line, shape, other)


class _Cleaner:
    """Masks again what is known, and hands nothing on in which the detector still finds something."""

    def __init__(self, vault: Vault, locale: Locale, detector: Detector) -> None:
        self._vault = vault
        self._locale = locale
        self._detector = detector

    def __call__(self, text: MaskedText) -> MaskedText | None:
        masked = mask_again(text, self._vault, self._locale).text
        return None if self._detector.detect(RawText(masked)) else masked


def _best(held: StoredSession) -> tuple[Version | SkipReason, Version | None]:
    """Choose the newest prompt that was liked, else the one in use."""
    versions = _full(held)
    if not versions:
        return SkipReason.UNFINISHED, None
    liked = [version for version in versions if _is_rated(version, Rating.GOOD)]
    in_use = [version for version in versions if version.number == held.session.current_version]
    chosen = (liked or in_use or versions)[-1]
    return (SkipReason.DISLIKED if _is_rated(chosen, Rating.BAD) else chosen), None


def _choice(held: StoredSession) -> tuple[Version | SkipReason, Version | None]:
    """Choose a prompt, and one that was liked less: rated so, or refined away."""
    chosen, _ = _best(held)
    if isinstance(chosen, SkipReason):
        return chosen, None
    others = [
        each for each in _full(held) if each.prompt_language == chosen.prompt_language and each.prompt != chosen.prompt
    ]
    disliked = [version for version in others if _is_rated(version, Rating.BAD)]
    refined = [version for version in others if version.number < chosen.number and chosen.instruction]
    if _is_rated(chosen, Rating.GOOD) and disliked:
        return chosen, disliked[-1]
    return (chosen, refined[-1]) if refined else (SkipReason.NO_CHOICE, None)


def _full(held: StoredSession) -> list[Version]:
    """Return the detailed versions: a request does not say that a short one is wanted."""
    return [version for version in held.session.versions if version.variant is Variant.FULL]


def _is_rated(version: Version, rating: Rating) -> bool:
    return version.feedback is not None and version.feedback.rating is rating
