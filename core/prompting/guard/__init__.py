"""What no text of a model may do, whatever it was asked for."""
