"""The model's side: how vLLM is started, probed, fine-tuned and compared."""
