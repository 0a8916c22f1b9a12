"""Topics: what a request is about, and what who knows that subject well would say to whoever writes the answer."""
