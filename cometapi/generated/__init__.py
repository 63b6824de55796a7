"""What the press made of the manifest. Made by `python -m codegen` from spec/. Do not edit."""
