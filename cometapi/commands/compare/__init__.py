"""``compare``: one message to several models at once, their answers beside each other, judged where that is wanted."""
