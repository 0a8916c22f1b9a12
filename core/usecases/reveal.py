"""Putting values back into a reply, at the last moment before it is shown."""

from collections.abc import Mapping

from core.conversation.model_replies import ShowPartial, ShowTrial
from core.conversation.questions import Key
from core.conversation.replies import Reply, ShowRestored
from core.conversation.session import Answer
from core.features.registry import REVEALS
from core.messages import Outgoing, Revealed
from core.privacy.anonymizer import Anonymizer
from core.privacy.restore import restore
from core.privacy.text import MaskedText, RawText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault
from core.sessions.visible_session import keep_hidden, keep_shown


def reveal(outgoing: Outgoing, vault: Vault, anonymizer: Anonymizer | None = None) -> Revealed:
    """Return the reply as its reader may see it.

    Where the owner alone reads, items the person keeps are put back, and the values behind the labels come along. Where
    others read too, nothing is put back.
    """
    reveal_own = REVEALS.get(type(outgoing.reply))
    if reveal_own is not None:
        own: Revealed = reveal_own(outgoing.reply, outgoing, vault, anonymizer)
        return own
    alone = outgoing.place.private or outgoing.only_to == outgoing.person
    reply = outgoing.reply
    reply = keep_shown(reply, vault, anonymizer) if alone else keep_hidden(reply, vault, outgoing.locale)
    if not alone:
        return Revealed(reply, {})
    values = {entry.label: entry.value for entry in vault if entry.value is not None and not entry.kept}
    answer = _answer(reply)
    if answer is None:
        return Revealed(reply, values)
    if not isinstance(reply, ShowRestored):
        return Revealed(reply, values, restore(answer, vault, anonymizer=anonymizer).text)
    restored = restore(answer, vault, reply.expected, anonymizer)
    left = restored.unknown + restored.ambiguous
    return Revealed(reply, values, restored.text, left, missing=restored.missing)


def _answer(reply: Reply) -> MaskedText | None:
    match reply:
        case ShowRestored(text=text) | ShowPartial(text=text, draft=False):
            return text
        case ShowTrial(trial=trial):
            return trial.answer
        case _:
            return None


def raw_answers(answers: Mapping[Key, Answer], vault: Vault) -> Mapping[Key, RawText]:
    """Return answers as they were given, to be masked anew where the interview is taken to another place."""
    return {key: unmask(answer.text, vault) for key, answer in answers.items()}
