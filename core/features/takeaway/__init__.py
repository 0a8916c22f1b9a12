"""Taking the prompt along: as files, and to an outside assistant."""
