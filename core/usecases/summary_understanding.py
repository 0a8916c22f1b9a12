"""How a wish was understood: what the summary shows of it, and what a text or a press names of it.

The conversation knows no intents; what it is to be told of them is put into its events and its replies here.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Final

from core.conversation.answer_reading import read
from core.conversation.corrections.column_names import column_renamed
from core.conversation.corrections.misunderstandings import Wanted, wanted_kind
from core.conversation.corrections.opposites import ban_taken_back
from core.conversation.corrections.removal import lines_in, removal
from core.conversation.corrections.replacement import replaced
from core.conversation.events import (
    AssumptionSettled,
    Event,
    GapAnswered,
    IntentChosen,
    OtherWayTaken,
    Said,
    SettingChosen,
)
from core.conversation.finished_prompt import at_version
from core.conversation.questions import Key
from core.conversation.refinement import refine
from core.conversation.replies import Ask, AskGap, AskIntent, Reply, ShowOptions, ShowPrompt, ShowSummary
from core.conversation.session import Phase, Session
from core.conversation.understood import Assumption, Family, Named, NamedIntent, Removal, Understood
from core.errors import IllegalEvent
from core.privacy.mask import mask_again
from core.privacy.text import MaskedText
from core.privacy.vault import Vault
from core.prompting.brief import Brief
from core.prompting.compose import notes_of
from core.prompting.intents.catalogue import NEUTRAL, intent_at
from core.prompting.intents.naming import is_intent, named_like, paths
from core.prompting.understanding.recognition import likelihoods
from core.prompting.understanding.request_features import Request
from core.prompting.understanding.understand import understand
from core.prompting.writing.label_line import keeps_labels
from core.sessions.briefing import brief_in, understanding_of
from core.usecases.assumptions import lines_instead, settled, stated
from core.usecases.gap_answers import answered_by, read_gap
from core.usecases.gap_questions import asked, missing_material, questions_of
from core.usecases.option_suggestions import setting_chosen, setting_numbered, with_suggestions
from core.usecases.other_ways import way_pressed, way_said, ways_of
from core.usecases.renaming import form_instead, purpose_instead
from core.usecases.substance_request import proposals_of
from core.values.locale import Locale

_CORRECTED: Final = frozenset({Phase.SUMMARY, Phase.OPTIONS, Phase.DONE})
_LONGEST: Final = 200
"""Characters of a text that may name a kind of thing, or set an assumption right."""

_LIKE: Final = 0.5
"""How well words must do for a name, where the text could be about something else."""

_CLOSE: Final = 0.75
"""How well they must do where nothing says that something else is turned down: 메일로 바꿔줘."""

_CHOICES: Final = (Key.LENGTH, Key.LANGUAGE, Key.LEVEL)


def told(event: Event, session: Session, vault: Vault | None = None) -> Event:
    """Return an event with what the catalogue says of it, and which lines of the prompt in use it speaks of.

    Raises:
        IllegalEvent: It names an intent that there is not.
    """
    match event:
        case Said() if event.slot or session.underlying.phase is Phase.GAPS:
            return replace(event, answered=read_gap(event, session.underlying))
        case Said(text=text) if len(text) <= _LONGEST:
            return _numbered(text, session) or _said(event, session, vault or Vault())
        case _:
            return _pressed(event, session)


def shown(reply: Reply, session: Session) -> Reply:
    """Return a reply with what it shows of how the wish was understood."""
    match reply:
        case ShowSummary():
            questions = questions_of(session)
            return replace(
                reply, understood=understood_of(session), proposals=proposals_of(session), questions=questions
            )
        case ShowOptions():
            return with_suggestions(reply, session)
        case ShowPrompt(version=version):
            found = understood_of(at_version(session, version.number))
            known = found.assumptions if found else ()
            return replace(
                reply,
                assumptions=tuple(each for each in known if each.line in version.assumed),
                other_ways=found.other_ways if found else (),
            )
        case _:
            return _asked_of(reply, session)


def understood_of(session: Session) -> Understood | None:
    """Return how the answers were understood; None as long as there are too few."""
    found, locale = understanding_of(session), session.locale
    if found is None:
        return None
    return Understood(
        kind=NamedIntent(f"{found.intent.family}.{found.intent.id}", found.intent.name[locale]),
        others=tuple(_kind(path, locale) for path in found.recognition.alternatives),
        audience=MaskedText(found.audience) if found.audience else None,
        requirements=_texts(found.instructions),
        told=_texts(found.told),
        assumptions=tuple(
            Assumption(gap.slot.id, MaskedText(gap.assumed), gap.slot.ask[locale], lines_instead(gap.slot, locale))
            for gap in found.gaps
            if gap.assumed
        ),
        contradictions=_texts(notes_of(found)),
        other_ways=ways_of(found, locale),
    )


@cache
def families(locale: Locale) -> tuple[Family, ...]:
    """Return all kinds of things, by family."""
    grouped: dict[str, list[NamedIntent]] = {}
    for path in paths():
        grouped.setdefault(path.partition(".")[0], []).append(_kind(path, locale))
    return tuple(Family(name, tuple(kinds)) for name, kinds in grouped.items())


def _pressed(event: Event, session: Session) -> Event:
    match event:
        case GapAnswered():
            return answered_by(event, session.underlying)
        case SettingChosen():
            return setting_chosen(event, session.underlying)
        case IntentChosen(intent=intent):
            if not is_intent(intent):
                raise IllegalEvent
            name = intent_at(intent).name[session.locale]
            return replace(event, name=name, form=form_instead(session.underlying.answers, intent, name))
        case AssumptionSettled():
            return settled(event, session)
        case OtherWayTaken():
            return way_pressed(event, session)
        case _:
            return event


def _asked_of(reply: Reply, session: Session) -> Reply:
    match reply:
        case Ask(key=Key.REFERENCE, current=None):
            return replace(reply, material=missing_material(session))
        case AskGap():
            return asked(reply, session)
        case AskIntent():
            return replace(reply, families=families(session.locale))
        case _:
            return reply


def _numbered(text: MaskedText, session: Session) -> SettingChosen | None:
    """Return what a number means beneath the optional settings."""
    return setting_numbered(text, session) if session.phase is Phase.OPTIONS else None


def _said(event: Said, session: Session, vault: Vault) -> Said:
    uncovered = session.underlying
    if uncovered.phase is Phase.ASKING and uncovered.asking is Key.INTENT:
        return replace(event, named=_answered(event.text, uncovered))
    brief = brief_in(uncovered) if uncovered.phase in _CORRECTED else None
    if brief is None:
        return event
    if way := way_said(event.text, understand(brief), uncovered.answers, session.locale):
        return replace(event, other_way=way)
    if gone := _removal(uncovered, brief, vault, event.text):
        return replace(event, gone=gone)
    if named := _guessed(event.text, uncovered, brief) or _named(event.text, uncovered, brief):
        return replace(event, named=named)
    return replace(event, settled=stated(event.text, understand(brief)))


def _removal(session: Session, brief: Brief, vault: Vault, text: MaskedText) -> Removal | None:
    """Return the lines that a text takes away: those that it names, or the ban that it takes back."""
    gone = removal(_lines(session, brief, vault), text)
    if gone is None:
        return ban_taken_back(understand(brief).instructions, text)
    if free := tuple(line for line in gone.lines if not keeps_labels(line)):
        return replace(gone, lines=free)
    return replace(gone, lines=(), is_fixed=bool(gone.lines))


def _lines(session: Session, brief: Brief, vault: Vault) -> tuple[tuple[str, str], ...]:
    """Return the lines that a text can take away, each with its section: those of the prompt, or those understood.

    In a prompt kept items stand as written; what is stored of it has labels, as the text has.
    """
    if session.phase is Phase.DONE and session.in_use:
        return tuple(lines_in(mask_again(session.in_use.prompt, vault, session.locale).text))
    found = understand(brief)
    return (
        *(("told", each) for each in found.told),
        *(("assumed", gap.assumed) for gap in found.gaps if gap.assumed),
        *(("limits", each) for each in found.instructions),
    )


def _guessed(text: MaskedText, session: Session, brief: Brief) -> Named | None:
    """Return which of the next guesses a digit in the summary means."""
    number = text.strip().rstrip(".번")
    if session.phase is not Phase.SUMMARY or number not in {"1", "2"}:
        return None
    others = understand(brief).recognition.alternatives
    kind = _kind(others[int(number) - 1], session.locale) if int(number) <= len(others) else None
    return Named(kind, form=form_instead(session.answers, kind.id, kind.name)) if kind else None


def _named(text: MaskedText, session: Session, brief: Brief) -> Named | None:
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


def _answered(text: str, session: Session) -> Named | None:
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
    return Named(_kind(path, session.locale), purpose, form_instead(session.answers, path, wanted.kind))


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


def _kind(path: str, locale: Locale) -> NamedIntent:
    return NamedIntent(path, intent_at(path).name[locale])


def _texts(texts: Iterable[str]) -> tuple[MaskedText, ...]:
    return tuple(map(MaskedText, texts))
