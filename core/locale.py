"""The languages of the interface."""

from enum import StrEnum


class Locale(StrEnum):
    """A language of the interface; Korean is the source, English its translation."""

    KO = "ko"
    EN = "en"

    @classmethod
    def of(cls, tag: str | None, default: "Locale") -> "Locale":
        """Return the interface language nearest to an IETF tag such as `ko-KR` or `en_US`; `default` for none."""
        language = (tag or "").replace("_", "-").split("-")[0].lower()
        return cls(language) if language in set(cls) else default
