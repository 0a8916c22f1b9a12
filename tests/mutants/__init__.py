"""Whether the tests notice when the code is wrong: small changes, one at a time, and the tests beside them."""
