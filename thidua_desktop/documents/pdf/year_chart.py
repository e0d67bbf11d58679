"""A chart of points over years as a PDF; the library is loaded with the first one."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.application.charts import YearChart


class PdfYearCharts:
    """Port `YearCharts`.

    Args:
        fonts_folder: where the four faces of Liberation Serif lie.
    """

    def __init__(self, fonts_folder: Path) -> None:
        self._fonts = fonts_folder

    def draw(self, chart: YearChart) -> bytes:
        """The chart as a PDF of one page.

        Raises:
            EnvironmentFault: the fonts are missing.
        """
        from thidua_desktop.documents.pdf.fonts import register_fonts
        from thidua_desktop.documents.pdf.year_chart_drawing import chart_pdf

        register_fonts(self._fonts)
        return chart_pdf(chart)
