"""Discord: slash commands, DMs and server threads."""
