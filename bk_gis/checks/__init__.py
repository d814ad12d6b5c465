"""Coverage, audit, rates, comparison: tables, no layout and no sentences."""
