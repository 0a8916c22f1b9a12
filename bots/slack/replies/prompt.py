"""The finished prompt as a message that is safe to copy from."""

from collections.abc import Iterator

from bots.shared.custom_ids import encode
from bots.slack import limits
from bots.slack.blocks import (
    actions,
    bold,
    heading,
    italic,
    literal,
    option,
    paragraph,
    pieces,
    preformatted,
    section,
    sections,
    select,
    small,
)
from bots.slack.confirm_dialog import control_button
from bots.slack.control_codes import PREFIX, control_code
from bots.slack.markup import clip, entities, escape
from bots.slack.message import OutgoingMessage
from bots.slack.payload import Payload
from bots.slack.replies.understood import settling, turning
from bots.slack.texts import t
from core.conversation.privacy_line import privacy_line
from core.conversation.questions import Key
from core.conversation.replies import ShowPrompt
from core.conversation.session import Improvement, Version
from core.conversation.versions import also_to_know, name_of_version, rules_sentence
from core.features.registry import CONTROLS
from core.messages import TextFile
from core.values.locale import Locale

_PREVIEW = 800
_LONGEST_PANEL = 4_000
_MOST_CHANGES = 6
_MOST_ASSUMED = 3


def prompt_postings(shown: ShowPrompt, locale: Locale, retention_days: int) -> tuple[OutgoingMessage, OutgoingMessage]:
    """Return the prompt, which stands alone so that it is copied whole, and what is to be said of it beneath."""
    version = shown.version
    number = name_of_version(version, locale)
    panel = (
        *_changes(shown, locale),
        small(f"{t(locale, 'prompt.title')} · {number} · {privacy_line(shown, locale, retention_days)}"),
        *(small(sentence) for sentence in (rules_sentence(version, locale),) if sentence),
        small(_to_know(shown, locale)),
        *actions(_controls(shown, locale)),
        *_ratings(version, locale),
    )
    ready = escape(f"{t(locale, 'prompt.ready')} ({number})")
    return prompt_posting(version, locale), OutgoingMessage(ready, panel)


def prompt_posting(version: Version, locale: Locale) -> OutgoingMessage:
    """Return the prompt and nothing else, or its beginning with the file."""
    # What a phone copies and its notice shows: the prompt, as far as there is room.
    text = next(iter(pieces(entities(version.prompt), limits.SECTION)), escape(t(locale, "prompt.ready")))
    return OutgoingMessage(text, tuple(_body(version, locale)), attachment_of(version, locale))


def attachment_of(version: Version, locale: Locale) -> TextFile | None:
    """Return the file for a prompt that is too long for one message."""
    if len(version.prompt) <= limits.MARKDOWN:
        return None
    return TextFile(t(locale, "prompt.file_name", number=version.number), str(version.prompt))


def shared_posting(version: Version, person: str, locale: Locale) -> OutgoingMessage:
    """Return the prompt as others get it."""
    by = t(locale, "share.by", person=person)
    return OutgoingMessage(by, (section(by), *_body(version, locale)), attachment_of(version, locale))


def _body(version: Version, locale: Locale) -> list[Payload]:
    """Return the prompt without a fence, which a phone would copy along."""
    if len(version.prompt) <= limits.MARKDOWN:
        return [literal(version.prompt)]
    return [paragraph(t(locale, "prompt.file")), literal(_beginning(version.prompt))]


def _beginning(prompt: str) -> str:
    """Return the first lines, whole ones where they are not too long."""
    cut = prompt.rfind("\n", 1, _PREVIEW)
    return f"{prompt[: cut if cut > 0 else _PREVIEW].rstrip()}\n…"


def _changes(shown: ShowPrompt, locale: Locale) -> list[Payload]:
    """Return the lines that came and went, the first ones of many."""
    if not shown.changes:
        return []
    lines = [f"{'+' if change.added else '−'} {clip(change.line, 150)}" for change in shown.changes[:_MOST_CHANGES]]
    left = len(shown.changes) - _MOST_CHANGES
    more = [t(locale, "prompt.changes_more", count=left)] if left > 0 else []
    return [heading(t(locale, "prompt.changes")), preformatted("\n".join([*lines, *more]))]


def _to_know(shown: ShowPrompt, locale: Locale) -> str:
    """Return what was settled for the person, if anything was, else how to go on."""
    if shown.notes:
        return f"{t(locale, 'prompt.notes')}: {clip(shown.notes[0], 200)}"
    return t(locale, "prompt.next")


def reasons_posting(version: Version, locale: Locale) -> OutgoingMessage:
    """Return what the prompt says that the answers alone did not, and why."""
    title = t(locale, "reasons.title", version=name_of_version(version, locale))
    lines = [*_lines(version, locale), *map(escape, also_to_know(version, locale))]
    return OutgoingMessage(
        escape(title), tuple(sections("\n".join([bold(title), *(lines or [escape(t(locale, "reasons.none"))])])))
    )


def _lines(version: Version, locale: Locale) -> Iterator[str]:
    room = _LONGEST_PANEL
    for improvement in version.improvements:
        line = _line(improvement, locale)
        room -= len(line)
        if room < 0:
            return
        yield line


def _line(improvement: Improvement, locale: Locale) -> str:
    source = t(locale, f"key.{improvement.source}") if improvement.source in set(Key) else ""
    origin = f" {t(locale, 'prompt.from', source=source)}" if source else ""
    added = escape(clip(" ".join(improvement.added.split()), 200))
    kind = bold(t(locale, f"improvement.{improvement.kind}"))
    return f"• {kind} {added} – {italic(clip(improvement.why, 200))}{escape(origin)}"


def _controls(shown: ShowPrompt, locale: Locale) -> list[Payload]:
    """Return the buttons at hand with the menus behind them."""
    buttons = [control_button(one, locale) for one in shown.controls]
    turns = [turning(way) for way in shown.other_ways]
    settles = [settling(each, locale) for each in shown.assumptions[:_MOST_ASSUMED]]
    menu = [(t(locale, f"control.{one}"), control_code(one)) for one in shown.menu]
    return [*buttons, *([select(t(locale, "menu.more"), "menu", menu)] if menu else []), *turns, *settles]


def _ratings(version: Version, locale: Locale) -> list[Payload]:
    """Return the buttons that say whether the prompt helped, which Slack draws for two: good and bad."""
    rated = [option(t(locale, f"control.{one}"), encode(event)) for one, event in CONTROLS.ratings(version.number)]
    names = ("positive_button", "negative_button")
    element = {"type": "feedback_buttons", "action_id": f"{PREFIX}feedback"} | dict(zip(names, rated, strict=False))
    return [{"type": "context_actions", "elements": [element]}] if rated else []
