"""Rehearsals as messages."""

from collections.abc import Iterator, Sequence
from typing import Final

from bots.shared.custom_ids import encode
from bots.slack.blocks import actions, bold, header, heading, italic, preformatted, section, sections, select, small
from bots.slack.markup import clip, escape
from bots.slack.message import OutgoingMessage, control_buttons, posting
from bots.slack.render_context import shows
from bots.slack.texts import t
from core.conversation.control_names import Control, Style
from core.features.rehearsal import PersonaChosen, Point, ShowCast, ShowDocument, ShowLine, ShowPersona, ShowReview
from core.messages import Revealed, TextFile
from core.values.locale import Locale

_PREVIEW: Final = 1_500
_TITLE: Final = 140


def _cast(shown: ShowCast, locale: Locale) -> OutgoingMessage:
    title = t(locale, "rehearsal.cast")
    listed = "\n".join(
        f"{number}. {bold(persona.name)} {escape(persona.about)}" for number, persona in enumerate(shown.personas, 1)
    )
    options = [(str(persona.name), encode(PersonaChosen(persona.id))) for persona in shown.personas]
    menu = select(t(locale, "rehearsal.choose"), "persona", options)
    blocks = [
        heading(title),
        *sections(listed),
        *actions([menu, *control_buttons(shown.controls, locale)]),
        small(t(locale, "rehearsal.cast_next")),
    ]
    return OutgoingMessage(escape(title), tuple(blocks))


def _persona(shown: ShowPersona, revealed: Revealed, locale: Locale) -> OutgoingMessage:
    persona = shown.persona
    title = f"{t(locale, 'rehearsal.persona')} · {revealed.own(persona.name)}"
    lines = [escape(revealed.own(persona.about))] if persona.about != persona.name else []
    lines += [
        f"• {bold(t(locale, f'rehearsal.{name}'))} {escape(' / '.join(map(revealed.own, texts)))}"
        for name, texts in persona.facts.items()
    ]
    goal = [small(t(locale, "rehearsal.goal_now", goal=revealed.own(shown.goal)))] if shown.goal else []
    asked = heading(t(locale, shown.text, **shown.details))
    blocks = [
        header(clip(title, _TITLE)),
        section("\n".join(lines)),
        *goal,
        asked,
        *actions(control_buttons(shown.controls, locale, {Control.CONFIRM: Style.PRIMARY})),  # a yes that costs nothing
    ]
    return OutgoingMessage(escape(clip(title, _TITLE)), tuple(blocks))


def _line(shown: ShowLine, revealed: Revealed, locale: Locale) -> OutgoingMessage:
    name, said = revealed.own(shown.name), revealed.own(shown.line.text)
    hint = [small(t(locale, shown.text))] if shown.text else []
    spoken = section(f":speech_balloon: {bold(name)}\n{escape(said)}")
    return posting(f"{name}: {said}", locale, [spoken, *hint], shown.controls)


def _review(shown: ShowReview, revealed: Revealed, locale: Locale) -> OutgoingMessage:
    title = t(locale, "rehearsal.title", name=revealed.own(shown.name))
    blocks = [header(clip(title, _TITLE))]
    for part in ("convinced", "unconvinced", "advice"):
        points = _points(getattr(shown.review, part), revealed, locale)
        blocks.append(section("\n".join([bold(t(locale, f"rehearsal.{part}")), *points])))
    source = t(locale, "rehearsal.by_model" if shown.review.by_model else "rehearsal.by_rules")
    blocks.append(small(f"{source} {t(locale, 'rehearsal.after')}"))
    return posting(clip(title, _TITLE), locale, blocks, shown.controls)


def _points(points: Sequence[Point], revealed: Revealed, locale: Locale) -> Iterator[str]:
    for point in points:
        quote = f"{bold(t(locale, 'rehearsal.quote', quote=revealed.own(point.quote)))} " if point.quote else ""
        yield f"• {quote}{escape(revealed.own(point.remark))}"
    if not points:
        yield italic(t(locale, "rehearsal.none"))


def _document(shown: ShowDocument, locale: Locale) -> OutgoingMessage:
    """Return a text to take along: a file with its beginning."""
    title = t(locale, shown.title)
    cut = shown.text.rfind("\n", 1, _PREVIEW) if len(shown.text) > _PREVIEW else len(shown.text)
    beginning = shown.text[: cut if cut > 0 else _PREVIEW].rstrip()
    blocks = [heading(title), preformatted(beginning), small(t(locale, "rehearsal.masked"))]
    name = t(locale, f"rehearsal.file.{shown.title}")
    return OutgoingMessage(escape(title), tuple(blocks), TextFile(name, str(shown.text)))


REHEARSAL: Final = (
    shows(ShowCast, lambda shown, _, ctx: (_cast(shown, ctx.locale),)),
    shows(ShowPersona, lambda shown, revealed, ctx: (_persona(shown, revealed, ctx.locale),)),
    shows(ShowLine, lambda shown, revealed, ctx: (_line(shown, revealed, ctx.locale),)),
    shows(ShowReview, lambda shown, revealed, ctx: (_review(shown, revealed, ctx.locale),)),
    shows(ShowDocument, lambda shown, _, ctx: (_document(shown, ctx.locale),)),
)
