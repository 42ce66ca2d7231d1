package dk.grundskema.api.exports.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * An HTML page rendered as PDF.
 *
 * @param texts  text of each page
 * @param width  width of the first page, in millimetres
 * @param height height of the first page, in millimetres
 */
public record PdfPages(List<String> texts, double width, double height) {
    /** Millimetres of a PDF's point. */
    private static final double POINT = 25.4 / 72;

    static PdfPages of(String html) throws IOException {
        return of(PdfRenderer.render(html.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads a PDF. */
    public static PdfPages of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var texts = new ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
            var size = document.getPage(0).getMediaBox();
            return new PdfPages(texts, size.getWidth() * POINT, size.getHeight() * POINT);
        }
    }
}
