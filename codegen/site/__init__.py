"""The reference site: pages of blocks, made from the model, written as HTML and as Markdown."""
