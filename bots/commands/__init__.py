"""The commands that turn standard input into standard output."""
