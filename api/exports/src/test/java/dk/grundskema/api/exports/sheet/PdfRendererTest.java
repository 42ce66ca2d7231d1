package dk.grundskema.api.exports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** A page as a PDF. */
final class PdfRendererTest {
    private static byte[] pdf(String body) {
        String page =
                "<html lang=\"da\"><head><title>Hold 1</title><style>body { font-family: \"Segoe UI\", sans-serif; } b { font-weight: bold; }</style></head><body>"
                        + body + "</body></html>";
        return PdfRenderer.render(page.getBytes(StandardCharsets.UTF_8));
    }

    /** A PDF contains all text and its fonts, independent of the printer's fonts. */
    @Test
    void lettersAreInThePdfAlsoThoseOfNeighboursAndThickOnes() throws IOException {
        byte[] pdf = pdf("<p>Søren Æbelø og Łukasz Ćwik</p><p><b>Århus</b></p>");
        assertThat(PdfPages.of(pdf).texts().getFirst()).contains("Søren Æbelø og Łukasz Ćwik", "Århus");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            int fonts = 0;
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts++;
            }
            assertThat(fonts).isEqualTo(2);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Hold 1");
        }
    }

    @Test
    void nothingBesideThePageIsRead() throws IOException {
        var asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        elsewhere.start();
        try {
            String address = "http://localhost:" + elsewhere.getAddress().getPort();
            byte[] pdf = pdf("<p>Hold 1</p><img src=\"" + address + "/picture.png\"/>"
                    + "<link rel=\"stylesheet\" href=\"" + address + "/style.css\"/>");
            assertThat(PdfPages.of(pdf).texts().getFirst()).contains("Hold 1");
            assertThat(asked).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }
}
