"""Make a tiny Mixtral with random weights, with the chat template of the real one: `make_model.py FOLDER`.

A further argument `dense` makes a Mistral, which has no experts.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Final

# Mixtral's own: one user message after another's answer, and no system message.
TEMPLATE: Final = (
    "{{ bos_token }}{% for message in messages %}"
    "{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}"
    "{{ raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') }}{% endif %}"
    "{% if message['role'] == 'user' %}{{ '[INST] ' + message['content'] + ' [/INST]' }}"
    "{% elif message['role'] == 'assistant' %}{{ message['content'] + eos_token }}"
    "{% else %}{{ raise_exception('Only user and assistant roles are supported!') }}{% endif %}{% endfor %}"
)
CORPUS: Final = (
    "당신은 AI에게 줄 프롬프트를 쓰는 한국어 편집자입니다. 요청을 수행하지 말고 이 일을 한 사람만 아는 것을 보탭니다.",
    "역할, 대상, 작업, 진행 순서, 출력 형식, 분량과 언어, 제약, 참고 자료, 완료 기준을 차례로 씁니다.",
    "intent restated cover parts traps task audience form length language requirements facts assumed material none",
)
SEED: Final = 7


def main(folder: Path, *, dense: bool = False) -> None:
    """Write the model into a folder."""
    torch, transformers = import_module("torch"), import_module("transformers")
    torch.manual_seed(SEED)
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=_tokenizer(), bos_token="<s>", eos_token="</s>", pad_token="<pad>"
    )
    tokenizer.chat_template = TEMPLATE
    config = (transformers.MistralConfig if dense else transformers.MixtralConfig)(
        vocab_size=len(tokenizer),
        hidden_size=128,  # over four heads: the CPU's attention takes 32 per head and more
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=8192,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=2,
        **({} if dense else {"num_local_experts": 4, "num_experts_per_tok": 2}),
    )
    tokenizer.save_pretrained(folder)
    transformers.AutoModelForCausalLM.from_config(config).to(torch.bfloat16).save_pretrained(folder)


def _tokenizer() -> object:
    """Train a byte-level BPE on a few sentences: every text has tokens, common Korean words have their own."""
    tokenizers = import_module("tokenizers")
    byte_level = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer = tokenizers.Tokenizer(tokenizers.models.BPE())
    tokenizer.pre_tokenizer = byte_level
    tokenizer.decoder = tokenizers.decoders.ByteLevel()
    trainer = tokenizers.trainers.BpeTrainer(
        vocab_size=1_000, special_tokens=["<s>", "</s>", "<pad>"], initial_alphabet=byte_level.alphabet()
    )
    tokenizer.train_from_iterator(CORPUS * 10, trainer)
    return tokenizer


if __name__ == "__main__":
    main(Path(sys.argv[1]), dense="dense" in sys.argv[2:])
