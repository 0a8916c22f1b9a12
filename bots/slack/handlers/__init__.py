"""What is done about what people did, by its kind."""
