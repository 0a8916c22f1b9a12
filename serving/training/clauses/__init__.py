"""Training of the model that takes introductions apart into clauses."""
