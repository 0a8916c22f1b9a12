"""The versions of a prompt as a message."""

from typing import Final

from bots.shared.custom_ids import encode
from bots.slack.blocks import bold, button, header, italic, section, small
from bots.slack.markup import clip, escape
from bots.slack.message import OutgoingMessage, posting
from bots.slack.texts import t
from core.conversation.prompt_events import VersionChosen
from core.conversation.questions import Key
from core.conversation.replies import ShowVersions
from core.conversation.versions import name_of_version
from core.values.locale import Locale

_MOST: Final = 20


def versions_posting(versions: ShowVersions, locale: Locale) -> OutgoingMessage:
    """Return the versions of a prompt, each with the button that takes it."""
    shown = [header(t(locale, "versions.title"))]
    for version in versions.versions[-_MOST:]:
        made_from = version.instruction or version.answers[Key.PURPOSE].text
        line = f"{bold(name_of_version(version, locale))}  {escape(clip(made_from, 300))}"
        if version.number == versions.current:
            shown.append(section(f"{line}  {italic(t(locale, 'versions.current'))}"))
        else:
            use = t(locale, "version.use", number=version.number)
            shown.append(section(line, button(use, encode(VersionChosen(version.number)))))
    blocks = [*shown, small(t(locale, "versions.next"))]
    return posting(t(locale, "versions.title"), locale, blocks)
