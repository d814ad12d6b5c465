"""The figures and names of a decision, each held against its records."""
