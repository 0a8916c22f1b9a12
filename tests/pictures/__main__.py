"""`python -m tests.pictures`: draws the README's pictures anew, with a Chromium that is installed on this machine."""

import asyncio
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.pictures import discord, slack, terminal

_FOLDER: Final = Path(__file__).parents[2] / ".github"
_DRAWN: Final = {"terminal": terminal.drawn, "slack": slack.drawn, "discord": discord.drawn}
_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
_HIGHEST: Final = 4_000


def main() -> int:
    """Draw each picture, as high as its page."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        sys.stderr.write("no Chromium here (Debian: apt install chromium fonts-noto-cjk)\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        for name, drawn in _DRAWN.items():
            page = Path(folder, f"{name}.html")
            page.write_text(asyncio.run(drawn()), encoding="utf-8")
            picture = _FOLDER / f"{name}.png"
            _take(browser, page, picture, _height(browser, page))
            sys.stdout.write(f"{picture}: {picture.stat().st_size // 1000} kB\n")
    return 0


def _height(browser: str, page: Path) -> int:
    """Return how high a page is, which it writes into its own title."""
    shown = _run(browser, f"--window-size={_WIDTH},{_HIGHEST}", "--dump-dom", page.as_uri())
    return int(shown.partition("<title>")[2].partition("<")[0])


_WIDTH: Final = 800


def _take(browser: str, page: Path, picture: Path, height: int) -> None:
    size = ("--force-device-scale-factor=1.5", f"--window-size={_WIDTH},{height}")
    _run(browser, *size, f"--screenshot={picture}", page.as_uri())
    if palette := shutil.which("pngquant"):  # a screen of letters needs no more than 64 colours
        subprocess.run([palette, "--force", "--ext", ".png", "64", str(picture)], check=True)


def _run(browser: str, *arguments: str) -> str:
    always = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=2000")
    done = subprocess.run([browser, *always, *arguments], capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
