"""What a bot may call: each module is one thing that the product does."""
