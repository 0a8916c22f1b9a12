"""What is done to a session as it is held: texts masked into it, what may be seen of it, its answers as a brief."""
