"""The meeting map: one page, no network."""
