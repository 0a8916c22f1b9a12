"""The amount: how much an answer holds, whether that is enough for what must be in it, and how it is said."""

import re
from dataclasses import dataclass
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product
from core.prompting.languages import ENGLISH, KOREAN, NamedLanguage
from core.prompting.length_range import ASKED_FOR, LengthRange, read_length_range, whole
from core.prompting.understanding.answer_size import sentences_in
from core.prompting.understanding.form_choice import data_format
from core.prompting.understanding.understanding import MaterialState, Understanding
from core.prompting.writing.code_fences import length_of_code
from core.prompting.writing.phrases import phrase
from core.values.choices import Form, Length
from core.values.length_choices import LENGTHS
from core.values.locale import Locale

ENGLISH_WORDS: Final = 0.35  # words of English that say what a character of Korean says
_FEWEST: Final = 3  # sentences whose number says how long a text is, or items of a list
_FEW_PHRASES, _MEDIUM = 150, 600  # characters of a short and of a medium answer
_IN_CELLS: Final = frozenset({Form.TABLE, Form.LIST})
# As long as what they are made of: how many rows, days or remarks there are is settled by what was given.
_AS_GIVEN: Final = frozenset({Product.TABLE_OF_DATA, Product.EXTRACTION, Product.PLAN})
_BARE: Final = re.compile(r"[0-9][0-9,]{0,6}\s?(?:자|글자|단어|분|장|쪽|문장|줄|문단)|A4 [0-9]장")
_BESIDE: Final = r"(?:공백 ?(?:포함|제외)(?:해서|하여|으로)?\s)?{length}(?P<bound>[^.,\n]{{0,14}})"
_BOUNDS: Final = {
    "이내": r"^(?:\s?(?:이내|이하|미만|안쪽)|[은을를]? ?(?:안 ?넘|넘(?:지|으면|기면|기지))|까지)",
    "이상": r"^\s?(?:이상|넘게)",
    "안팎": r"^\s?(?:안팎|내외|쯤|정도)",
}
_TALKED: Final = re.compile(
    r"(?:말(?:하는)?|대사|멘트)(?:\s?(?:부분|시간))?(?:은|는|을|를)?\s(?P<minutes>[0-9]{1,2})분(?!\s?(?:전|뒤|후))"
)
_SPOKEN: Final = re.compile(
    r"[0-9한두세네]\s?분(?![가-힣])|[0-9]\s?분\s?(?:분량|짜리|정도|이내|안팎|내외|쯤|안에|안쪽)|\bmin(?:ute)?s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A length in characters, and how many it may grow to where what must be in it does not fit (0: it fits).

    `is_known` where it was chosen or typed as a measure of the whole; else `chars` is a guess to plan with.
    """

    chars: LengthRange
    loosened: int = 0
    is_known: bool = True

    @property
    def is_short(self) -> bool:
        """Whether there is room for a few phrases only."""
        return self.chars.is_short

    @property
    def room(self) -> int:
        """The characters there are to plan with."""
        return self.loosened or (self.chars.low + self.chars.high) // 2


def amount_of(brief: Brief, understanding: Understanding, language: NamedLanguage | None) -> Amount:
    """Return how long the answer is to be, loosened where a short one cannot hold what must be in it."""
    if isinstance(brief.length, Length):
        return Amount(ASKED_FOR[brief.length], understanding.loosened)
    chars = read_length_range(typed(brief, brief.length), english=language is ENGLISH)
    return Amount(chars, understanding.loosened, is_known=whole(brief.length) is not None)


def length_of(brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None) -> str:
    """Say the length as a number, and what it does not count."""
    locale = understanding.locale
    product = understanding.intent.product
    if follows_source(brief, understanding):
        low = sentences_in(brief.reference or "")
        if understanding.intent.product is Product.TRANSLATION and low >= _FEWEST:
            return phrase(locale, "length.as_sentences", low=low, high=low + -(-low // 5))
        return phrase(locale, "length.as_source")
    length = _said(brief, locale, amount, language)
    is_bounded = (
        isinstance(brief.length, Length) and brief.length is not Length.LONG and language in (None, KOREAN, ENGLISH)
    )
    most = phrase(locale, "length.most", high=f"{amount.chars.high:,}") if language is not ENGLISH else length
    is_file = product is Product.OTHER and brief.form is Form.CODE and data_format(brief.purpose) != ""
    if product in (Product.CODE, Product.FORMULA) or is_file:
        length = most if is_bounded else length
        return length_of_code(length, brief, understanding) if amount.is_known else length
    if product is Product.ROLEPLAY:
        return phrase(locale, "length.per_turn", length=most if is_bounded else length)
    if amount.loosened and is_bounded:
        return _grown(understanding, amount, language)
    return (
        phrase(locale, "length.of_data", length=most) if is_bounded and _is_as_given(brief, understanding) else length
    )


def _grown(understanding: Understanding, amount: Amount, language: NamedLanguage | None) -> str:
    """Say how much more a length has to be than the chosen one, and why."""
    holds, locale, high = understanding.holds, understanding.locale, amount.loosened
    name, step = "grown", 50
    if language is ENGLISH:
        name, step, high = "grown_words", 10, round(high * ENGLISH_WORDS / 10) * 10
    if holds is None or holds.total < amount.chars.high:
        return phrase(locale, f"length.{name}_facts", high=f"{high:,}")
    unit = phrase(locale, f"share.unit_{holds.unit}")
    values = {"low": f"{high - high // 10 // step * step:,}", "high": f"{high + step:,}", "count": holds.count}
    each = high // holds.count
    return phrase(locale, f"length.{name}", each=each if language is ENGLISH else each // 5 * 5, unit=unit, **values)


def follows_source(brief: Brief, understanding: Understanding) -> bool:
    """Whether the answer is as long as the text that it is made of: a choice of length says nothing of that."""
    is_sure = understanding.recognition.is_certain
    has_source = understanding.material.state is not MaterialState.NONE  # what is told in a list has no length
    return understanding.intent.as_source and is_sure and has_source and isinstance(brief.length, Length)


def _is_as_given(brief: Brief, understanding: Understanding) -> bool:
    """Whether what must not be dropped settles the length: cells, days, remarks on a text, more facts than fit."""
    is_of_text = understanding.intent.product is Product.REVIEW and brief.reference is not None
    is_in_cells = brief.form is Form.TABLE or not isinstance(brief.form, Form)
    return understanding.intent.product in _AS_GIVEN or is_of_text or is_in_cells or understanding.loosened > 0


def _said(brief: Brief, locale: Locale, amount: Amount, language: NamedLanguage | None) -> str:
    chars, length = amount.chars, brief.length
    if not isinstance(length, Length):
        # What was typed stands as it is: three paragraphs are no characters.
        spoken = _spoken(brief, length, locale) if _SPOKEN.search(length) else ""
        return phrase(locale, "length.named", length=typed(brief, length)) + spoken
    is_least = length is Length.LONG
    if language is None or language is KOREAN:
        return phrase(
            locale,
            "length.least" if is_least else "length.range",
            low=f"{chars.low:,}",
            high=f"{chars.high:,}",
        )
    if language is not ENGLISH and brief.form in _IN_CELLS:
        return phrase(locale, f"length.{length}_cells")
    unit = "words" if language is ENGLISH else "sentences"
    low, high = LENGTHS[length].words if language is ENGLISH else LENGTHS[length].sentences
    return phrase(locale, f"length.{unit}_least" if is_least else f"length.{unit}", low=low, high=high)


def typed(brief: Brief, length: str) -> str:
    """Return a length that was typed with the bound that stands beside it elsewhere: 900자 beside 900자 이상."""
    if not _BARE.fullmatch(length):
        return length
    beside = re.search(_BESIDE.format(length=r"\s?".join(map(re.escape, length.split()))), _told(brief))
    if beside is None:
        return length
    bound = next((bound for bound, words in _BOUNDS.items() if re.search(words, beside["bound"] or "")), "")
    blanks = re.search(r"공백 ?(포함|제외)", beside.group())
    return f"{length}{f' {bound}' if bound else ''}{f'(공백 {blanks[1]})' if blanks else ''}"


def _spoken(brief: Brief, length: str, locale: Locale) -> str:
    """Say how much is read in so many minutes, of which some may be silent: 8분 영상, 말은 4분."""
    minutes = re.search(r"[0-9]+", length)
    silent = _TALKED.search(_told(brief))
    count = int(silent["minutes"]) if silent else int(minutes.group()) if minutes else 0
    if count <= 1 or re.search("[~∼–-]", length):
        return phrase(locale, "length.spoken")
    name = "length.spoken_of" if silent and minutes and int(minutes.group()) != count else "length.spoken_sum"
    return phrase(locale, name, count=count, total=f"{count * (300 if locale is Locale.KO else 130):,}")


def _told(brief: Brief) -> str:
    return "\n".join(filter(None, (brief.purpose, brief.background, brief.constraints)))


def item_count(room: int, fields: int, usual: int) -> int:
    """Return how many items with so many fields so many characters hold; `usual` is how many a medium answer has."""
    each = 20 if room <= _FEW_PHRASES else 30 if room <= _MEDIUM else 40
    fitting = max(room // (each * max(fields, 1)), _FEWEST)
    return min(fitting, usual if room <= _MEDIUM else usual * 2)
