"""Putting values back into a reply, at the last moment before it is shown."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from core.conversation.questions import Key
from core.conversation.replies import Reply, ShowFilled, ShowPartial, ShowRestored, ShowTakeaway, ShowTrial
from core.conversation.session import Answer
from core.features.library.variables import fill, variables_in
from core.locale import Locale
from core.messages import Outgoing, Revealed
from core.ports import Held
from core.privacy.anonymizer import Anonymizer
from core.privacy.labels import parse
from core.privacy.mask import mask_again
from core.privacy.restore import restore
from core.privacy.text import MaskedText, RawText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault, VaultEntry
from core.prompting.placeholders import about_labels

_Node = TypeVar("_Node")


def reveal(outgoing: Outgoing, vault: Vault, anonymizer: Anonymizer | None = None) -> Revealed:
    """Return the reply as its reader may see it.

    Where the owner alone reads, items the person keeps are put back, and the values behind the labels come along. Where
    others read too, nothing is put back.
    """
    if isinstance(outgoing.reply, ShowFilled):
        return _filled(outgoing.reply, vault, anonymizer)
    alone = outgoing.place.private or outgoing.only_to == outgoing.person
    reply = outgoing.reply
    reply = keep_shown(reply, vault, anonymizer) if alone else keep_hidden(reply, vault, outgoing.locale)
    if isinstance(outgoing.reply, ShowTakeaway):
        return Revealed(reply, {}, outward=_outward(outgoing.reply.prompt, vault, outgoing.locale))
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


def _outward(prompt: MaskedText, vault: Vault, locale: Locale) -> MaskedText | None:
    """Mask a prompt again for those outside; None where a value that could stand in it is not known today."""
    if any(entry.value is None for entry in vault):
        return None
    return mask_again(prompt, vault, locale).text


def _answer(reply: Reply) -> MaskedText | None:
    match reply:
        case ShowRestored(text=text) | ShowPartial(text=text):
            return text
        case ShowTrial(trial=trial):
            return trial.answer
        case _:
            return None


def _filled(reply: ShowFilled, vault: Vault, anonymizer: Anonymizer | None) -> Revealed:
    """Put the given values in; the labels of the kept prompt are another vault's, and stay where nothing was given."""
    values = {variable: unmask(value, vault, anonymizer) for variable, value in reply.values.items()}
    left = tuple(variable for variable in variables_in(reply.prompt) if variable not in values)
    return Revealed(reply, {}, fill(about_labels(reply.prompt, left), values), left)


def put_back(text: MaskedText, values: Mapping[str, RawText]) -> RawText:
    """Return a text with the values of a `Revealed` in it: as it is where there are none."""
    entries = (VaultEntry(label, parsed.type, value) for label, value in values.items() if (parsed := parse(label)))
    return unmask(text, Vault(tuple(entries)))


def raw_answers(answers: Mapping[Key, Answer], vault: Vault) -> Mapping[Key, RawText]:
    """Return answers as they were given, to be masked anew where the interview is taken to another place."""
    return {key: unmask(answer.text, vault) for key, answer in answers.items()}


def keep_shown(node: _Node, vault: Vault, anonymizer: Anonymizer | None = None) -> _Node:
    """Return `node` with the kept items put back into every masked text in it."""
    kept = vault.kept_only()
    if not kept.entries:
        return node
    return map_texts(node, lambda text: MaskedText(unmask(text, kept, anonymizer).reveal()))


def keep_hidden(node: _Node, vault: Vault, locale: Locale) -> _Node:
    """Return `node` as everybody may see it: masked, also where items that are kept as written stand in a prompt."""
    return map_texts(node, lambda text: mask_again(text, vault, locale).text) if vault.kept_only().entries else node


def seen_there(node: _Node, held: Held) -> _Node:
    """Return `node` as a model may see it, and whoever reads where the conversation is held."""
    if held.place.private:
        return keep_shown(node, held.vault)
    return keep_hidden(node, held.vault, held.session.locale)


def map_texts(node: _Node, change: Callable[[MaskedText], MaskedText]) -> _Node:
    """Return a tree of data with every masked text in it changed."""
    result: object = node
    if isinstance(node, MaskedText):
        result = change(node)
    elif isinstance(node, Mapping):
        result = {key: map_texts(value, change) for key, value in node.items()}
    elif isinstance(node, tuple):
        result = tuple(map_texts(value, change) for value in node)
    elif is_dataclass(node) and not isinstance(node, type):
        result = replace(node, **{field.name: map_texts(getattr(node, field.name), change) for field in fields(node)})
    return result  # type: ignore[return-value]  # the same shape comes back, which the type system cannot say
