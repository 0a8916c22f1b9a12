"""A model behind an OpenAI-compatible endpoint, as vLLM serves it."""
