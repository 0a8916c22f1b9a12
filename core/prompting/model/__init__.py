"""What a model is asked about a brief, and what of its answers may stand in the prompt."""
