"""The database, by way of SQLModel."""
