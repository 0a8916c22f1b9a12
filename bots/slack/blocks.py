"""Block Kit's parts, within Slack's limits."""

from collections.abc import Iterable, Sequence

from bots.slack import limits
from bots.slack.control_codes import PREFIX
from bots.slack.markup import alike, clip, escape, uncalled
from bots.slack.payload import Payload


def plain_text(text: str, most: int) -> Payload:
    """Return a text object that Slack does not read markup in."""
    return {"type": "plain_text", "text": clip(text, most), "emoji": True}


def header(text: str) -> Payload:
    """Return a title."""
    return {"type": "header", "text": plain_text(text, limits.HEADER)}


def section(markdown: str, accessory: Payload | None = None) -> Payload:
    """Return a paragraph of mrkdwn that is already escaped."""
    block: Payload = {"type": "section", "text": _mrkdwn(markdown)}
    return block | ({"accessory": accessory} if accessory else {})


def sections(markdown: str) -> list[Payload]:
    """Return a long text of escaped mrkdwn as paragraphs, cut between lines."""
    return [section(piece) for piece in pieces(markdown, limits.SECTION)]


def paragraph(text: str) -> Payload:
    """Return a paragraph that shows a text as it is written."""
    return section(escape(text))


def heading(text: str) -> Payload:
    """Return a bold paragraph."""
    return section(bold(text))


def small(text: str) -> Payload:
    """Return a line of small, grey print."""
    return {"type": "context", "elements": [_mrkdwn(escape(text))]}


def preformatted(text: str) -> Payload:
    """Return one code block that shows every character as it is, also backticks and `<!channel>`."""
    element = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [element]}


def literal(text: str) -> Payload:
    """Return a text as it is, without a frame: no markup, mention or emoji is read in it."""
    element = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [element]}


def markdown(text: str) -> Payload:
    """Return what a model wrote, with its tables, headings and lists; it calls nobody."""
    return {"type": "markdown", "text": uncalled(text)}


def button(label: str, code: str, *, style: str = "", confirm: Payload | None = None, about: str = "") -> Payload:
    """Return a button; pressing it sends `code`. A screen reader says what it is `about`, where several look alike."""
    made: Payload = {
        "type": "button",
        "text": plain_text(label, limits.BUTTON_LABEL),
        "action_id": f"{PREFIX}{code}"[: limits.ACTION_ID],
        "value": code,
    }
    read = {"accessibility_label": clip(f"{label}: {about}", limits.BUTTON_LABEL)} if about else {}
    return made | ({"style": style} if style else {}) | ({"confirm": confirm} if confirm else {}) | read


def select(placeholder: str, name: str, options: Iterable[tuple[str, str]]) -> Payload:
    """Return a menu of labels and codes; choosing one sends its code."""
    return {
        "type": "static_select",
        "action_id": f"{PREFIX}select.{name}",
        "placeholder": plain_text(placeholder, limits.PLACEHOLDER),
        "options": [option(label, code) for label, code in list(options)[: limits.OPTIONS]],
    }


def field(block_id: str, label: str, element: Payload, *, optional: bool = False) -> Payload:
    """Return an input of a modal."""
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain_text(label, limits.FIELD_LABEL),
        "element": element,
        "optional": optional,
    }


def option(label: str, value: str) -> Payload:
    """Return one option of a menu."""
    return {"text": plain_text(label, limits.BUTTON_LABEL), "value": value}


def actions(elements: Sequence[Payload]) -> list[Payload]:
    """Return rows of buttons: none for no buttons."""
    rows = (elements[start : start + limits.BUTTONS] for start in range(0, len(elements), limits.BUTTONS))
    return [{"type": "actions", "elements": list(row)} for row in rows]


def pieces(text: str, most: int) -> list[str]:
    """Return the text in pieces of at most `most` characters, cut after a line where there is one."""
    found: list[str] = []
    while len(text) > most:
        cut = text.rfind("\n", 1, most) + 1 or _before_entity(text, most)
        found.append(text[:cut])
        text = text[cut:]
    return [*found, text] if text.strip() else found


def bold(text: str) -> str:
    """Return what people wrote as bold mrkdwn."""
    return f"*{escape(alike(text.strip(), '*'))}*"


def italic(text: str) -> str:
    """Return what people wrote as italic mrkdwn."""
    return f"_{escape(alike(text.strip(), '_'))}_"


def escaped(text: str, most: int) -> str:
    """Return what people wrote as mrkdwn of at most `most` characters, of which an escaped `<` is four."""
    return cut(escape(text), most)


def cut(markdown: str, most: int) -> str:
    """Return escaped mrkdwn, cut to `most` characters with an ellipsis at its end."""
    return markdown if len(markdown) <= most else f"{markdown[: _before_entity(markdown, most - 1)]}…"


def characters_in(blocks: object) -> int:
    """Return how many characters of text stand in blocks, which Slack limits for the whole message."""
    if isinstance(blocks, dict):
        return sum(
            len(value) if key == "text" and isinstance(value, str) else characters_in(value)
            for key, value in blocks.items()
        )
    return sum(map(characters_in, blocks)) if isinstance(blocks, list) else 0


def _mrkdwn(markdown: str) -> Payload:
    """Return a text object; in what is `verbatim` Slack makes no link or mention out of plain words."""
    return {"type": "mrkdwn", "text": cut(markdown, limits.SECTION), "verbatim": True}


def _before_entity(text: str, at: int) -> int:
    """Return the place to cut, so that no `&lt;` is cut in two."""
    started = text.rfind("&", max(0, at - 5), at)
    return started if started > 0 and ";" not in text[started:at] else at
