"""The boundaries of different times: communes of one vintage as those of another."""
