"""What a model is asked for a rehearsal, and what of its answers may stand."""
