"""Names: a conditional random field over Kiwi's morphemes, read with numpy alone."""
