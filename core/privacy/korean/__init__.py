"""What is known of Korean: syllables, how words end, particles, surnames, titles, dates."""
