"""Images as sixels, for terminals such as foot, mlterm and xterm; needs the optional packages chafa and Pillow."""

MOST_PIXELS = 50_000_000  # of a decoded image, four bytes each


def is_installed():
    """Whether both packages can be imported."""
    from importlib.util import find_spec

    return bool(find_spec("chafa") and find_spec("PIL"))


def drawn(path, columns, cell):
    """The bytes that draw an image, or the first frame of an animation, at most this many columns wide.

    ``cell`` is the width and height of a character in pixels. Raises OSError for a file that is no image Pillow can read,
    or has too many pixels.
    """
    from chafa import Canvas, CanvasConfig, PixelMode, PixelType, TermDb

    size, pixels = decoded(path)
    config = CanvasConfig()
    config.pixel_mode = PixelMode.CHAFA_PIXEL_MODE_SIXELS
    config.cell_width, config.cell_height = cell
    config.width, config.height = cells(size, columns, cell)
    canvas = Canvas(config)
    canvas.draw_all_pixels(PixelType.CHAFA_PIXEL_RGBA8_UNASSOCIATED, pixels, *size, size[0] * 4)
    return canvas.print(term_info=TermDb().get_fallback_info())


def decoded(path):
    """``((width, height), RGBA bytes)`` of an image; raises OSError."""
    from PIL import Image

    try:
        with Image.open(path) as image:
            if image.width * image.height > MOST_PIXELS:
                raise OSError("The image has too many pixels.")
            return image.size, image.convert("RGBA").tobytes()
    except (
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as error:  # Pillow's errors for files that it cannot read
        raise OSError(str(error)) from error


def cells(size, columns, cell):
    """``(columns, rows)`` of an image: its own size, scaled down if it is wider than the terminal."""
    (width, height), (across, down) = size, cell
    taken = min(columns, -(-width // across))
    return taken, max(1, round(taken * across * height / width / down))
