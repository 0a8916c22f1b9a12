"""How a wish was understood: what the summary shows of it, and what a text or a press names of it.

The conversation knows no intents; what it is to be told of them is put into its events and its replies here.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from core.conversation.corrections.opposites import ban_taken_back
from core.conversation.corrections.removal import lines_in, removal
from core.conversation.events import AssumptionSettled, Event, GapAnswered, IntentChosen, Said, SettingChosen
from core.conversation.finished_prompt import at_version
from core.conversation.questions import Key
from core.conversation.replies import Ask, AskGap, AskIntent, Reply, ShowOptions, ShowPrompt, ShowSummary
from core.conversation.session import Phase, Session
from core.conversation.summary_events import MatterKept, OtherWayTaken
from core.conversation.understood import Assumption, NamedIntent, Removal, Understood
from core.errors import IllegalEvent
from core.privacy.mask import mask_again
from core.privacy.text import MaskedText
from core.privacy.vault import Vault
from core.prompting.brief import Brief
from core.prompting.compose import notes_of
from core.prompting.intents.catalogue import intent_at
from core.prompting.intents.naming import is_intent
from core.prompting.understanding.understand import understand
from core.prompting.writing.label_line import keeps_labels
from core.sessions.briefing import brief_in, understanding_of
from core.usecases.assumptions import lines_instead, settled, stated
from core.usecases.gap_answers import answered_by, read_gap
from core.usecases.gap_questions import asked, missing_material, questions_of
from core.usecases.kind_named import families, guessed_kind, kind_answered, kind_instead, named_kind
from core.usecases.matter_kept import keeps_matter, matter_of
from core.usecases.option_suggestions import setting_chosen, setting_numbered, with_suggestions
from core.usecases.other_ways import way_pressed, way_said, ways_of
from core.usecases.renaming import form_instead
from core.usecases.substance_request import proposals_of

_CORRECTED: Final = frozenset({Phase.SUMMARY, Phase.OPTIONS, Phase.DONE})
_LONGEST: Final = 200
"""Characters of a text that may name a kind of thing, or set an assumption right."""


def told(event: Event, session: Session, vault: Vault | None = None) -> Event:
    """Return an event with what the catalogue says of it, and which lines of the prompt in use it speaks of.

    Raises:
        IllegalEvent: It names an intent that there is not.
    """
    match event:
        case Said() if event.slot or session.underlying.phase is Phase.GAPS:
            return replace(event, answered=read_gap(event, session.underlying))
        case Said(text=text) if len(text) <= _LONGEST:
            kept = keeps_matter(text, session) if session.underlying.phase in _CORRECTED else None
            return kept or _numbered(text, session) or _said(event, session, vault or Vault())
        case _:
            return _pressed(event, session)


def shown(reply: Reply, session: Session) -> Reply:
    """Return a reply with what it shows of how the wish was understood."""
    match reply:
        case ShowSummary():
            return replace(
                reply,
                understood=understood_of(session),
                proposals=proposals_of(session),
                questions=questions_of(session),
                matter=matter_of(session),
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
        others=tuple(named_kind(path, locale) for path in found.recognition.alternatives),
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
        case _:
            return _settled_at_the_summary(event, session)


def _settled_at_the_summary(event: Event, session: Session) -> Event:
    match event:
        case OtherWayTaken():
            return way_pressed(event, session)
        case MatterKept():
            return replace(event, labels=matter_of(session))
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
        return replace(event, named=kind_answered(event.text, uncovered))
    brief = brief_in(uncovered) if uncovered.phase in _CORRECTED else None
    if brief is None:
        return event
    if way := way_said(event.text, understand(brief), uncovered.answers, session.locale):
        return replace(event, other_way=way)
    if gone := _removal(uncovered, brief, vault, event.text):
        return replace(event, gone=gone)
    if named := guessed_kind(event.text, uncovered, brief) or kind_instead(event.text, uncovered, brief):
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


def _texts(texts: Iterable[str]) -> tuple[MaskedText, ...]:
    return tuple(map(MaskedText, texts))
