"""What all layers share: the languages of the interface, the fixed choices of the interview."""
