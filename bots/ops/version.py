"""Which version of promptgen runs."""

from importlib.metadata import PackageNotFoundError, version


def installed_version() -> str:
    """Return the version that is installed; the commands run from a source tree as well, which is none."""
    try:
        return version("promptgen")
    except PackageNotFoundError:
        return "(not installed)"
