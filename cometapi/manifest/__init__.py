"""The manifest's language: from YAML to checked, compiled commands; selectors and templates are read at run time too."""
