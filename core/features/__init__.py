"""What can be done besides the interview and its prompt: each feature a package of its own."""
