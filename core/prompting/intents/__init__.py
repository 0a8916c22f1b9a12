"""What people can ask for, as data: one TOML file a family, one table an intent (CONTRIBUTING.md says how to add one)."""
