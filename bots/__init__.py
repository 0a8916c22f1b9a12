"""How people reach promptgen: one platform, one folder."""
