"""How the weights that come with the code are made; nothing of it is needed at run time."""
