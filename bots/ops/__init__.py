"""What an operator sees of a running bot: checks, health, figures, logs, daily work."""
