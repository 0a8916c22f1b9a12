"""What a model is waited for, done by workers of their own."""
