"""The summary as blocks: every answer with its edit button, every masked item with its switch."""

from collections.abc import Iterator, Mapping, Sequence

from bots.shared.custom_ids import encode
from bots.slack import limits
from bots.slack.blocks import (
    actions,
    bold,
    button,
    characters_in,
    cut,
    escaped,
    header,
    heading,
    italic,
    section,
    select,
    small,
)
from bots.slack.confirm_dialog import ConfirmDialog, confirming_button
from bots.slack.markup import escape
from bots.slack.payload import Payload
from bots.slack.replies.understood import understood_blocks
from bots.slack.texts import t
from core.conversation.control_names import Style
from core.conversation.events import EditRequested, ItemSwitched, SettingChosen
from core.conversation.questions import OPTIONS, Key, listed
from core.conversation.reference_report import contents_line
from core.conversation.replies import ShowOptions, ShowSummary
from core.conversation.session import Answer, Asked, Document, MaskedItem
from core.conversation.summary_events import MatterKept
from core.conversation.understood import Proposed, ProposedQuestion, Suggestion
from core.features.substance import ProposalsSwitched, QuestionOpened, line_of
from core.privacy.text import RawText
from core.values.locale import Locale

_LONGEST_ANSWER = 400
_NAMES = 800  # what stands above the answers: their names, and that of the document
_LONGEST_NAME = 100
_LONGEST_PROPOSAL = 160
_LONGEST_VALUE = 60
_LONGEST_ITEMS = 2_400
_MOST_ITEMS = 50
_KEEP = ConfirmDialog(Asked.KEEP, Style.PRIMARY)


def summary_blocks(
    summary: ShowSummary, values: Mapping[str, RawText], locale: Locale, *, private: bool = True
) -> list[Payload]:
    """Return the blocks above the controls; `values` are the real values, where the owner alone reads."""
    items = summary.items[:_MOST_ITEMS]
    above = [
        header(t(locale, "summary.title")),
        *(understood_blocks(summary.understood, summary.answers, locale) if summary.understood else ()),
        *_proposals(summary.proposals, locale),
        *_questions(summary.questions, locale),
    ]
    below = [
        *_items(items, values, locale),
        *_matter(summary.matter, locale, private=private),
        *actions([_switch(item, locale, private=private) for item in items]),
        small(t(locale, "summary.next")),
    ]
    keys = listed(summary.answers)
    room = (limits.MARKDOWN - characters_in([*above, *below]) - _NAMES) // len(keys)
    answers = [_answer(key, _lines(key, summary, locale, min(room, _LONGEST_ANSWER)), locale) for key in keys]
    return [*above, *answers, *below]


def _lines(key: Key, summary: ShowSummary, locale: Locale, most: int) -> list[str]:
    document = _document(summary.document, locale) if key is Key.REFERENCE and summary.document else ()
    return [*document, escaped(_shown(key, summary.answers.get(key), locale), most)]


def options_blocks(options: ShowOptions, locale: Locale) -> list[Payload]:
    """Return the optional settings, set or not, each with the menu of what is offered, or its edit button."""
    offered = {suggestion.key: suggestion for suggestion in options.suggestions}
    settings = [_setting(key, options.answers.get(key), offered.get(key, Suggestion(key)), locale) for key in OPTIONS]
    return [header(t(locale, "options.title")), *settings, small(t(locale, "options.next"))]


def _setting(key: Key, answer: Answer | None, offered: Suggestion, locale: Locale) -> Payload:
    if not offered.texts:
        hint = [italic(offered.hint)] if offered.hint and answer is None else []
        return _answer(key, [escaped(_shown(key, answer, locale), _LONGEST_ANSWER), *hint], locale)
    choices = [
        *(
            (f"✓ {text}" if at in offered.chosen else text, encode(SettingChosen(key, at)))
            for at, text in enumerate(offered.texts, 1)
        ),
        (t(locale, "options.write"), encode(EditRequested(key))),
    ]
    menu = select(t(locale, "options.choose"), f"set.{key}", choices)
    return section(f"{bold(t(locale, f'key.{key}'))}\n{escaped(_shown(key, answer, locale), _LONGEST_ANSWER)}", menu)


def _proposals(proposals: Sequence[Proposed], locale: Locale) -> Iterator[Payload]:
    """Yield what a model proposes, each with the button that takes it away, or back."""
    if not proposals:
        return
    yield heading(t(locale, "proposals.title"))
    for at, each in enumerate(proposals, 1):
        label = t(locale, "proposals.drop" if each.wanted else "proposals.take")
        switch = button(label, encode(ProposalsSwitched(at, not each.wanted)), about=line_of(each, locale))
        yield section(escaped(line_of(each, locale), _LONGEST_PROPOSAL), switch)
    yield small(t(locale, "proposals.next"))


def _questions(questions: Sequence[ProposedQuestion], locale: Locale) -> Iterator[Payload]:
    """Yield what a model would ask, each with the button that opens it."""
    if questions:
        yield heading(t(locale, "proposed.questions"))
    for each in questions:
        opens = button(t(locale, "control.answer"), encode(QuestionOpened(each.number)), about=each.ask)
        yield section(escaped(each.ask, _LONGEST_PROPOSAL), opens)


def _answer(key: Key, lines: Sequence[str], locale: Locale) -> Payload:
    """Return an answer's lines of escaped mrkdwn beneath its name, with the button that edits it."""
    name = t(locale, f"key.{key}")
    edit = button(t(locale, "control.edit"), encode(EditRequested(key)), about=name)
    return section("\n".join([bold(name), *lines]), edit)


def _shown(key: Key, answer: Answer | None, locale: Locale) -> str:
    if answer is None:
        return t(locale, "options.unset" if key in OPTIONS else "summary.skipped")
    return answer.wording(key, locale) or "…"


def _document(document: Document, locale: Locale) -> Iterator[str]:
    yield f":page_facing_up: {escaped(document.name, _LONGEST_NAME)}"
    if line := contents_line(document.contents, locale):
        yield escape(line)


def _items(items: tuple[MaskedItem, ...], values: Mapping[str, RawText], locale: Locale) -> Iterator[Payload]:
    if not items:
        yield small(t(locale, "summary.items_none"))
        return
    lines = [bold(t(locale, "summary.items")), *(_line(item, values, locale) for item in items)]
    yield section(cut("\n".join(lines), _LONGEST_ITEMS))
    unclear = ", ".join(item.label for item in items if item.ambiguous)
    if unclear:
        yield small(t(locale, "summary.ambiguous", labels=unclear))


def _matter(labels: Sequence[str], locale: Locale, *, private: bool) -> Iterator[Payload]:
    """Yield the question whether what the request is about may stay readable, with its button."""
    if labels:
        said, code = ", ".join(labels), encode(MatterKept())
        label = t(locale, "matter.keep")
        keeps = (
            button(label, code)
            if private
            else confirming_button(label, code, ConfirmDialog("keep"), locale, label=said)
        )
        yield section(escape(t(locale, "matter.ask", labels=said)), keeps)


def _line(item: MaskedItem, values: Mapping[str, RawText], locale: Locale) -> str:
    state = t(locale, "summary.kept" if item.kept else "summary.masked")
    state += f" · {t(locale, 'summary.unclear')}" if item.ambiguous else ""
    line = f"• `{item.label}` {escape(t(locale, f'entity.{item.type}'))} · {escape(state)}"
    value = values.get(item.label)
    return f"{line} · {escaped(value.reveal(), _LONGEST_VALUE)}" if value else line


def _switch(item: MaskedItem, locale: Locale, *, private: bool) -> Payload:
    """Return the button that keeps an item, or masks it again; Slack asks before others see it."""
    label = t(locale, "item.mask" if item.kept else "item.keep", label=item.label)
    code, about = encode(ItemSwitched(item.label, not item.kept)), t(locale, f"entity.{item.type}")
    if private or item.kept:
        return button(label, code, about=about)
    return confirming_button(label, code, _KEEP, locale, about=about, label=item.label)
