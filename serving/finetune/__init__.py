"""Fine-tuning: an adapter for the model, from the pairs that people let us keep."""
