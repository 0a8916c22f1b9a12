"""What one check of the doctor found."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """`text` is the id of its sentence, which says how to mend it where it did not pass; `details` hold no secret."""

    passed: bool
    text: str
    details: dict[str, str | int] = field(default_factory=dict)
