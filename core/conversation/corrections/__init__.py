"""Corrections of what was answered, understood or made, in the person's own words."""
