"""How each reply looks."""
