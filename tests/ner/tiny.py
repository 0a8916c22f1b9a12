"""A token classifier made in a test: real layers, with weights that make each token's label a look-up."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

SPECIAL: Final = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
POSITIONS: Final = 512


def save_model(folder: Path, words: Mapping[str, str], labels: Sequence[str]) -> Path:
    """Write a model of WordPieces: `words` gives the label of a piece (`윤`, `##서`), all others are `O`."""
    tokenizers = import_module("tokenizers")
    pieces = {piece: number for number, piece in enumerate((*SPECIAL, *words))}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordPiece(pieces, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    _save_tokenizer(folder, tokenizer)
    _save_weights(folder, [words.get(piece, "O") for piece in pieces], labels)
    return folder


def save_byte_model(folder: Path, label: str) -> Path:
    """Write a model of bytes, three to a syllable, that gives every one but a blank the same label."""
    tokenizers = import_module("tokenizers")
    alphabet = sorted(tokenizers.pre_tokenizers.ByteLevel.alphabet())
    pieces = {piece: number for number, piece in enumerate((*SPECIAL, *alphabet))}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.BPE(pieces, [], unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    _save_tokenizer(folder, tokenizer)
    blank = "Ġ"
    _save_weights(folder, ["O" if piece in {*SPECIAL, blank} else label for piece in pieces], ["O", label])
    return folder


def _save_tokenizer(folder: Path, tokenizer: Any) -> None:  # noqa: ANN401 - an optional extra, untyped here
    tokenizers, transformers = import_module("tokenizers"), import_module("transformers")
    tokenizer.post_processor = tokenizers.processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(folder)


def _save_weights(folder: Path, told: Sequence[str], labels: Sequence[str]) -> None:
    """Write two layers of BERT that pass each token on as it came, and a last one that reads its label off it."""
    torch, transformers = import_module("torch"), import_module("transformers")
    names = dict(enumerate(labels))
    config = transformers.BertConfig(
        vocab_size=len(told),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=POSITIONS,
        id2label=names,
        label2id={label: number for number, label in names.items()},
    )
    model = transformers.BertForTokenClassification(config)
    embeddings = model.bert.embeddings
    with torch.no_grad():
        for weights in (embeddings.position_embeddings, embeddings.token_type_embeddings, model.classifier):
            weights.weight.zero_()
        for layer in model.bert.encoder.layer:
            layer.attention.output.dense.weight.zero_()
            layer.output.dense.weight.zero_()
        embeddings.word_embeddings.weight.zero_()
        for number, label in enumerate(told):
            embeddings.word_embeddings.weight[number, labels.index(label)] = 1
        model.classifier.weight[:, : len(labels)] = 5 * torch.eye(len(labels))
    model.save_pretrained(folder)
