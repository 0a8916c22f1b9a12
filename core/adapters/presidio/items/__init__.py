"""Numbers, account names, dates and the like that are somebody's, told by a model from what stands around them."""
