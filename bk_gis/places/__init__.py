"""Which commune a name or a point means; the one answer about districts."""
