"""What promptgen does; it knows no platform."""
