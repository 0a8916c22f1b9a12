"""The kind of thing: all there are, and the one that a text names instead of what was understood."""

from functools import cache
from typing import Final

from core.conversation.answer_reading import read
from core.conversation.corrections.column_names import column_renamed
from core.conversation.corrections.misunderstandings import Wanted, wanted_kind
from core.conversation.corrections.replacement import replaced
from core.conversation.questions import Key
from core.conversation.refinement import refine
from core.conversation.session import Phase, Session
from core.conversation.understood import Family, Named, NamedIntent
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.intents.catalogue import NEUTRAL, intent_at
from core.prompting.intents.naming import named_like, paths
from core.prompting.understanding.recognition import likelihoods
from core.prompting.understanding.request_features import Request
from core.prompting.understanding.understand import understand
from core.sessions.briefing import brief_in
from core.usecases.renaming import form_instead, purpose_instead
from core.values.locale import Locale

_LIKE: Final = 0.5
"""How well words must do for a name, where the text could be about something else."""

_CLOSE: Final = 0.75
"""How well they must do where nothing says that something else is turned down: 메일로 바꿔줘."""

_CHOICES: Final = (Key.LENGTH, Key.LANGUAGE, Key.LEVEL)


@cache
def families(locale: Locale) -> tuple[Family, ...]:
    """Return all kinds of things, by family."""
    grouped: dict[str, list[NamedIntent]] = {}
    for path in paths():
        grouped.setdefault(path.partition(".")[0], []).append(named_kind(path, locale))
    return tuple(Family(name, tuple(kinds)) for name, kinds in grouped.items())


def guessed_kind(text: MaskedText, session: Session, brief: Brief) -> Named | None:
    """Return which of the next guesses a digit in the summary means."""
    number = text.strip().rstrip(".번")
    if session.phase is not Phase.SUMMARY or number not in {"1", "2"}:
        return None
    others = understand(brief).recognition.alternatives
    kind = named_kind(others[int(number) - 1], session.locale) if int(number) <= len(others) else None
    return Named(kind, form=form_instead(session.answers, kind.id, kind.name)) if kind else None


def kind_instead(text: MaskedText, session: Session, brief: Brief) -> Named | None:
    """Return the kind of thing that a text asks for instead."""
    wanted = None if column_renamed(text) else wanted_kind(text)
    if wanted is None:
        return None
    is_of_kinds = not wanted.rejected or max(named_like(wanted.rejected).values(), default=0) >= _CLOSE
    is_sure = wanted.is_certain or (wanted.rejected and is_of_kinds)
    if not is_sure and _is_about_choices(text, session):
        return None  # 쉬운 말로 바꿔줘 is about the level
    path = _meant(wanted, brief)
    current = understand(brief).intent
    is_the_same = path == f"{current.family}.{current.id}"
    if not path or ((is_the_same or not is_of_kinds) and replaced(session.answers, text)):
        return None  # 꽃집이 아니라 빵집이야 is about a word of the answers
    return _as(wanted, path, session, brief)


def kind_answered(text: str, session: Session) -> Named | None:
    """Return the kind that an answer to the question for it names: by its number in the list, or by a name."""
    number = text.strip().rstrip(".번")
    kinds = [kind for family in families(session.locale) for kind in family.kinds]
    if number.isdecimal() and 1 <= int(number[:4]) <= len(kinds):
        return Named(kinds[int(number[:4]) - 1])
    brief = brief_in(session)
    wanted = wanted_kind(text) or Wanted(" ".join(text.split()), is_certain=True)
    path = _meant(wanted, brief)
    return _as(wanted, path, session, brief) if path else None


def _as(wanted: Wanted, path: str, session: Session, brief: Brief | None) -> Named:
    purpose = purpose_instead(wanted, path, brief) if brief else None
    return Named(named_kind(path, session.locale), purpose, form_instead(session.answers, path, wanted.kind))


def _meant(wanted: Wanted, brief: Brief | None) -> str:
    """Return the intent that words name; where several bear the name, the one that suits the purpose."""
    if not wanted.is_certain and _is_a_choice(wanted):
        return ""
    likely = likelihoods(Request(f"{_without(brief.purpose, wanted.rejected)} {wanted.kind}" if brief else wanted.kind))
    refused = {path for path, likeness in named_like(wanted.rejected).items() if likeness == 1}
    named = {path: likeness for path, likeness in named_like(wanted.kind).items() if path not in refused}
    is_alike = wanted.rejected and wanted.kind.rpartition(" ")[2] == wanted.rejected.rpartition(" ")[2]
    if refused and is_alike and max(named.values(), default=0) < _CLOSE:
        return NEUTRAL  # 활동 보고서가 아니라 결과 보고서: no other kind is called so
    best = max(named, key=lambda path: (named[path], likely[path]), default="")
    alone = likelihoods(Request(wanted.kind))
    guess = max(alone, key=lambda path: alone[path])
    least = _LIKE if wanted.rejected or wanted.is_certain or guess in named else _CLOSE
    if best and named[best] >= least:
        close = [path for path in named if named[path] >= min(named[best], _CLOSE)]
        return max(close, key=lambda path: (named[path] == 1, likely[path]))
    if not wanted.is_certain:
        return ""
    return guess if alone[guess] >= _LIKE else ""


def _is_about_choices(text: MaskedText, session: Session) -> bool:
    """Say whether the rules understand a text as a wish about the manner of the answer alone."""
    changes = refine(session.answers, text, session.locale) or {}
    return bool(changes) and changes.keys() <= {Key.LENGTH, Key.LANGUAGE, Key.LEVEL, Key.TONE, Key.AUDIENCE}


def _is_a_choice(wanted: Wanted) -> bool:
    """Say whether the words are about the form, the length, the language or the level instead."""
    kind, rejected = MaskedText(wanted.kind), MaskedText(wanted.rejected)
    if any(read(key, kind) for key in _CHOICES):
        return True
    form = read(Key.FORM, kind) if " " not in kind else None  # 블로그 글 is a kind of thing, 글 a form
    if form is None or form.choice is None:
        return False
    other = read(Key.FORM, rejected) if rejected else None
    return not rejected or (other is not None and other.choice is not None)


def _without(purpose: str, rejected: str) -> str:
    return purpose.replace(rejected, " ") if rejected else purpose


def named_kind(path: str, locale: Locale) -> NamedIntent:
    """Return the kind of an intent (`family.id`), by its name in a language."""
    return NamedIntent(path, intent_at(path).name[locale])
