"""What was given with the command: answers and files, as what a person did."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bots.terminal.files import TerminalFiles
from core.conversation.events import ReferenceRefused
from core.conversation.questions import Key
from core.errors import FileUnusable
from core.messages import Action, FilesRead, FormFilled, Opened, Pressed
from core.privacy.text import RawText


async def given_actions(answers: Mapping[Key, str], paths: Sequence[str], files: TerminalFiles) -> Sequence[Action]:
    """Return the answers as those of a form, which begins an interview of its own, and then the files.

    Raises:
        FileUnusable: A file cannot be read; `file` names it.
    """
    if not answers and not paths:
        return (Opened(),)
    form = FormFilled({key: RawText(text) for key, text in answers.items()})
    if not paths:
        return (form,)
    for path in paths:
        if "://" in path and not path.startswith("file://"):
            raise FileUnusable(reason="link", file=path)
    read = await files.read(tuple(map(Path, paths)), answers.get(Key.PURPOSE, ""))
    match read:
        case FilesRead(unread=(first, *_)):
            raise FileUnusable(reason=first.reason, file=first.name.reveal(), **first.details)
        case FilesRead():
            return (form, read)
        case Pressed(event=ReferenceRefused(code=code, details=details)):
            raise FileUnusable(reason=code.removeprefix("reference."), file=paths[0], **details)
    raise AssertionError
