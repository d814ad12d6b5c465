"""The plan of one decision: its values, its folder and faults, targets, scenario, starter, annex."""
