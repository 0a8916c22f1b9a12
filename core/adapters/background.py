"""A detector that loads in the background, so that the first question does not wait for it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from core.ports import Detector
from core.privacy.spans import Span
from core.privacy.text import RawText


class BackgroundDetector:
    """Fulfils `core.ports.Detector` with one that `load` makes in a thread; whoever is too early waits for it."""

    def __init__(self, load: Callable[[], Detector]) -> None:
        executor = ThreadPoolExecutor(1, thread_name_prefix="detector")
        self._loaded = executor.submit(load)
        executor.shutdown(wait=False)

    @property
    def is_ready(self) -> bool:
        """Whether the detector is loaded, so that nobody has to wait for it."""
        return self._loaded.done() and self._loaded.exception() is None

    def ready(self) -> Detector:
        """Return the loaded detector.

        Raises:
            DetectorError: It could not be loaded.
        """
        return self._loaded.result()

    def detect(self, text: RawText) -> tuple[Span, ...]:
        """Return what is personal in `text`.

        Raises:
            DetectorError: The detector could not be loaded, or cannot work.
        """
        return self.ready().detect(text)
