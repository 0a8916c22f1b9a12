"""A Discord on loopback: REST, gateway, the people who use it, and what it refuses."""
