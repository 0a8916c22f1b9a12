"""An OpenAI-compatible server on loopback: well-behaved, or with any fault a served model is known for."""
