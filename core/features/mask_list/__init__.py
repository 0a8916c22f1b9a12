"""The team's list: a word that is always masked, or never, for everybody."""
