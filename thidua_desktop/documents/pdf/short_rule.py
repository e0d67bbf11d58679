"""The rule under tiêu ngữ, cơ quan ban hành and trích yếu."""

from __future__ import annotations

from reportlab.platypus import Flowable


class ShortRule(Flowable):
    """A solid centred rule of a fixed length, such as the text above it has."""

    def __init__(self, length: float, weight: float, space_before: float = 2) -> None:
        super().__init__()
        self._length = length
        self._weight = weight
        self._space = space_before

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The room it takes: the whole width, so that it stands in the middle."""
        del available_height
        self.width = available_width
        self.height = self._space + self._weight
        return self.width, self.height

    def draw(self) -> None:
        """Draw it at the foot of its room."""
        start = (self.width - self._length) / 2
        self.canv.setLineWidth(self._weight)
        self.canv.line(start, self._weight / 2, start + self._length, self._weight / 2)
