"""Settings: where they come from, the config file, secrets kept elsewhere, and the folders of the program."""
