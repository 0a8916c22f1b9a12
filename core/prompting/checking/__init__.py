"""Whether a prompt keeps what a brief asks for, and how well it fits it."""
