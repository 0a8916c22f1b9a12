"""The training: supervised on examples, then on preferences; each goes on from its newest checkpoint.

It is imported when a training begins: the libraries take a while to load.
"""

import os
import shutil
from typing import Any, Final, TypeAlias

import torch
from datasets import Dataset
from peft import LoraConfig, TaskType, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, PrinterCallback, TrainerState, set_seed
from trl import DPOConfig, DPOTrainer, SFTConfig, SFTTrainer

from serving.errors import ServingError
from serving.finetune.encoding import Tokenizer, encoded, fitting
from serving.finetune.examples import Example, Preference
from serving.finetune.progress import ProgressCallback
from serving.finetune.run import Run
from serving.finetune.settings import FinetuneSettings

SUPERVISED: Final = "supervised"
PREFERENCE: Final = "preference"
Model: TypeAlias = Any
Losses: TypeAlias = dict[int, float]
"""The loss of each step, those before a resumption included."""

_EXPERTS: Final = ("mlp.experts.gate_up_proj", "mlp.experts.down_proj")  # as transformers 5 holds Mixtral's experts


def load_tokenizer(settings: FinetuneSettings) -> Tokenizer:
    """Return the base model's tokenizer.

    Raises:
        ServingError: There is no model at that place.
    """
    try:
        tokenizer = AutoTokenizer.from_pretrained(settings.model)
    except (OSError, ValueError) as error:
        msg = f"no tokenizer could be loaded from {settings.model}: {type(error).__name__}"
        raise ServingError(msg) from None
    tokenizer.pad_token = tokenizer.pad_token or tokenizer.eos_token
    return tokenizer


def load_base(settings: FinetuneSettings) -> Model:
    """Return the base model: in 16 bits over all GPUs, or in 32 on the CPU.

    Raises:
        ServingError: There is no model at that place.
    """
    where = {"device_map": "auto", "dtype": torch.bfloat16} if torch.cuda.is_available() else {"dtype": torch.float32}
    try:
        return AutoModelForCausalLM.from_pretrained(settings.model, **where)
    except (OSError, ValueError) as error:
        msg = f"no model could be loaded from {settings.model}: {type(error).__name__}"
        raise ServingError(msg) from None


def with_new_adapter(base: Model, settings: FinetuneSettings) -> Model:
    """Return the base model with an adapter that changes nothing yet; the seed decides where it begins."""
    set_seed(settings.seed)
    return get_peft_model(
        base,
        LoraConfig(
            r=settings.rank,
            lora_alpha=settings.alpha,
            lora_dropout=settings.dropout,
            target_modules=list(settings.targets),
            target_parameters=list(_EXPERTS) if settings.experts else None,
            task_type=TaskType.CAUSAL_LM,
        ),
    )


def learn_examples(model: Model, examples: list[Example], tokenizer: Tokenizer, run: Run) -> Losses:
    """Train the adapter on what the examples answer.

    Raises:
        ServingError: No example is short enough.
    """
    if losses := _finished(model, run, SUPERVISED):
        return losses
    settings = run.settings
    rows = encoded(examples, tokenizer, settings.longest)
    _refuse_nothing(rows, len(examples), settings)
    config = SFTConfig(
        **_common(run, SUPERVISED),
        learning_rate=settings.learning_rate,
        num_train_epochs=settings.epochs,
        max_length=None,  # what is too long has been left out
    )
    trainer = SFTTrainer(
        model=model,
        args=config,
        train_dataset=Dataset.from_list(rows),
        processing_class=tokenizer,
        callbacks=[ProgressCallback(SUPERVISED)],
    )
    trainer.remove_callback(PrinterCallback)
    trainer.train(resume_from_checkpoint=_newest(run, SUPERVISED))
    return _losses(trainer.state)


def learn_preferences(model: Model, preferences: list[Preference], tokenizer: Tokenizer, run: Run) -> Losses:
    """Train the adapter to prefer what was chosen; it is held to what it was before, by `beta`.

    Raises:
        ServingError: No preference is short enough.
    """
    if losses := _finished(model, run, PREFERENCE):
        return losses
    settings = run.settings
    rows = fitting(preferences, tokenizer, settings.longest)
    _refuse_nothing(rows, len(preferences), settings)
    config = DPOConfig(
        **_common(run, PREFERENCE),
        learning_rate=settings.preference_learning_rate,
        num_train_epochs=settings.preference_epochs,
        beta=settings.beta,
        max_length=None,
    )
    trainer = DPOTrainer(
        model=model,
        args=config,
        train_dataset=Dataset.from_list(rows),
        processing_class=tokenizer,
        callbacks=[ProgressCallback(PREFERENCE)],
    )
    trainer.remove_callback(PrinterCallback)
    checkpoint = _newest(run, PREFERENCE)
    if checkpoint:
        # The trainer brings back the reference adapter alone, for that one lies in a folder of its own.
        trainer.model.load_adapter(checkpoint, "default", is_trainable=True)
    trainer.train(resume_from_checkpoint=checkpoint)
    return _losses(trainer.state)


def save_adapter(model: Model, run: Run) -> None:
    """Put the adapter where it belongs, all at once: a half-written one is never found there."""
    made = run.folder / "adapter.new"
    shutil.rmtree(made, ignore_errors=True)
    model.save_pretrained(made, selected_adapters=["default"])
    shutil.rmtree(run.adapter, ignore_errors=True)
    made.rename(run.adapter)


def _common(run: Run, stage: str) -> dict[str, Any]:
    settings, has_gpu = run.settings, torch.cuda.is_available()
    return {
        "output_dir": str(run.checkpoints(stage)),
        "per_device_train_batch_size": settings.micro_batch,
        "gradient_accumulation_steps": settings.batch // settings.micro_batch,
        "save_steps": settings.checkpoint_every,
        "save_total_limit": 2,
        "logging_steps": 1,
        "seed": settings.seed,
        "bf16": has_gpu,
        "use_cpu": not has_gpu,
        "gradient_checkpointing": has_gpu,
        "gradient_checkpointing_kwargs": {"use_reentrant": False} if has_gpu else None,
        "dataloader_pin_memory": has_gpu,
        "disable_tqdm": True,
        "report_to": "none",
    }


def _finished(model: Model, run: Run, stage: str) -> Losses | None:
    """Bring back what a finished stage has learnt, for resumed it would learn a step too many; None if it is not."""
    checkpoint = run.newest_checkpoint(stage)
    state = TrainerState.load_from_json(str(checkpoint / "trainer_state.json")) if checkpoint else None
    if state is None or state.global_step < state.max_steps:
        return None
    model.load_adapter(str(checkpoint), "default", is_trainable=True)
    return _losses(state)


def _newest(run: Run, stage: str) -> str | None:
    checkpoint = run.newest_checkpoint(stage)
    return os.fspath(checkpoint) if checkpoint else None


def _losses(state: TrainerState) -> Losses:
    return {each["step"]: each["loss"] for each in state.log_history if "loss" in each}


def _refuse_nothing(rows: list[Any], given: int, settings: FinetuneSettings) -> None:
    if not rows:
        msg = f"none of {given} examples fits into {settings.longest} tokens: raise longest"
        raise ServingError(msg)
