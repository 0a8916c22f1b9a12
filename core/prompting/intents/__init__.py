"""What people can ask for, as data: a file for each family, a table for each intent."""
