"""Draws the icons of src-tauri/icons from so-cchc.svg (needs pillow and cairosvg from PyPI)."""
import io
from pathlib import Path

import cairosvg
from PIL import Image

here = Path(__file__).resolve().parent
out = here.parents[1] / "src-tauri" / "icons"
out.mkdir(parents=True, exist_ok=True)


def picture(size: int) -> Image.Image:
    png = cairosvg.svg2png(url=str(here / "so-cchc.svg"), output_width=size, output_height=size)
    return Image.open(io.BytesIO(png)).convert("RGBA")


for name, size in {"32x32": 32, "128x128": 128, "128x128@2x": 256, "icon": 512}.items():
    picture(size).save(out / f"{name}.png", optimize=True)
sizes = [256, 64, 48, 32, 24, 16]
largest, *rest = [picture(size) for size in sizes]
largest.save(out / "icon.ico", sizes=[(s, s) for s in sizes], append_images=rest)
