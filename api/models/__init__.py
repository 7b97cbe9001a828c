"""What the JSON answers look like, each field with its meaning and an example: a file for each room."""
