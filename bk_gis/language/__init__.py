"""Vietnamese spelling, old encodings, and every sentence in both languages."""
