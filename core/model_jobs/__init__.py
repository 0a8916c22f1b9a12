"""What a model is waited for: how long, who joins whom, its whole answer. `model_fallback` is for a late one."""
