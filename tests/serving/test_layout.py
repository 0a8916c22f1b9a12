from dataclasses import replace

import pytest

from serving.arguments import model_of, options
from serving.errors import ServingError
from serving.layout import Layout, layout_of
from serving.machine import Hardware, machine_of
from serving.settings import Precision, ServingSettings

SETTINGS = ServingSettings()


@pytest.mark.parametrize(
    ("machine", "layout"),
    [
        (Hardware(1, 140), Layout(Precision.BF16, 1, 1)),
        (Hardware(2, 80), Layout(Precision.BF16, 2, 1)),
        (Hardware(8, 80), Layout(Precision.BF16, 2, 1)),
        (Hardware(3, 80), Layout(Precision.BF16, 2, 1)),
        (Hardware(4, 48), Layout(Precision.BF16, 4, 1)),
        (Hardware(8, 24), Layout(Precision.BF16, 8, 1)),
        (Hardware(1, 80), Layout(Precision.AWQ, 1, 1)),
        (Hardware(1, 48), Layout(Precision.AWQ, 1, 1)),
        (Hardware(1, 40), Layout(Precision.AWQ, 1, 1)),
        (Hardware(2, 24), Layout(Precision.AWQ, 2, 1)),
    ],
)
def test_each_machine_has_its_layout(machine: Hardware, layout: Layout) -> None:
    assert layout_of(SETTINGS, machine) == layout


def test_nodes_share_the_layers() -> None:
    assert layout_of(replace(SETTINGS, nodes=2), Hardware(1, 80)) == Layout(Precision.BF16, 1, 2)


@pytest.mark.parametrize(
    ("settings", "machine"),
    [
        (SETTINGS, Hardware(1, 24)),
        (replace(SETTINGS, precision=Precision.BF16), Hardware(1, 80)),
        (replace(SETTINGS, memory_share=0.1), Hardware(2, 80)),
    ],
)
def test_what_does_not_fit_is_refused_with_the_numbers(settings: ServingSettings, machine: Hardware) -> None:
    with pytest.raises(ServingError, match=rf"does not fit on {machine.gpus} × {machine.memory_gib} GiB"):
        layout_of(settings, machine)


def test_the_machine_may_be_described() -> None:
    assert machine_of(replace(SETTINGS, gpus=2, gpu_memory_gib=80)) == Hardware(2, 80)


def test_a_machine_without_gpus_says_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)

    with pytest.raises(ServingError, match="no GPU was found"):
        machine_of(SETTINGS)


def test_the_options_of_the_plain_case() -> None:
    assert options(SETTINGS, Layout(Precision.BF16, 2, 1)) == [
        "--served-model-name=mixtral",
        "--host=127.0.0.1",
        "--port=8000",
        "--max-model-len=16384",
        "--gpu-memory-utilization=0.9",
        "--max-num-queued-reqs=128",
        "--shutdown-timeout=60",
        '--structured-outputs-config={"backend": "xgrammar", "disable_any_whitespace": true}',
        "--tensor-parallel-size=2",
        "--dtype=bfloat16",
    ]


def test_awq_takes_its_own_weights() -> None:
    layout = Layout(Precision.AWQ, 1, 1)

    assert model_of(SETTINGS, layout).endswith("-AWQ")
    assert {"--quantization=awq_marlin", "--dtype=float16"} <= set(options(SETTINGS, layout))


def test_a_further_node_takes_no_requests() -> None:
    first = options(replace(SETTINGS, nodes=2, master="10.0.0.5"), Layout(Precision.BF16, 1, 2))
    second = options(replace(SETTINGS, nodes=2, node_rank=1, master="10.0.0.5"), Layout(Precision.BF16, 1, 2))

    assert {"--nnodes=2", "--node-rank=0", "--master-addr=10.0.0.5", "--pipeline-parallel-size=2"} <= set(first)
    assert "--headless" not in first
    assert "--headless" in second


def test_adapters_are_named() -> None:
    wanted = options(
        replace(SETTINGS, adapters=("ko=/a",), adapter_rank=32, adapter_targets=()), Layout(Precision.BF16, 2, 1)
    )

    assert wanted[-4:] == ["--enable-lora", "--max-lora-rank=32", "--lora-modules", "ko=/a"]


def test_adapters_change_the_attention_alone_unless_told_otherwise() -> None:
    wanted = options(replace(SETTINGS, adapters=("ko=/a",)), Layout(Precision.BF16, 2, 1))

    at = wanted.index("--lora-target-modules")
    assert wanted[at + 1 : at + 6] == ["q_proj", "k_proj", "v_proj", "o_proj", "--lora-modules"]


def test_the_key_is_not_on_the_command_line() -> None:
    wanted = options(replace(SETTINGS, api_key="planted"), Layout(Precision.BF16, 2, 1))

    assert "planted" not in " ".join(wanted)
