package dk.grundskema.api.exports.sheet;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Renders a sheet as PDF in its own paper size, with embedded fonts. Thread-safe. */
public final class PdfRenderer {
    /** First font family in the style of sheets; it is mapped to Liberation Sans. */
    private static final String FAMILY = "Segoe UI";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.setLoggingEnabled(false); // it would log each style rule that is for screens only
    }

    private PdfRenderer() {}

    /**
     * Renders a sheet.
     *
     * @param page a page from {@link SheetBundle#files}; no other files are read
     */
    public static byte[] render(byte[] page) {
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.withProducer("Grundskema");
        for (var priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, kind) -> false, priority);
        }
        builder.useFont(font("Regular"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(font("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.withHtmlContent(new String(page, StandardCharsets.UTF_8), null);
        builder.toStream(bytes);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static FSSupplier<InputStream> font(String weight) {
        return () -> {
            InputStream in = PdfRenderer.class.getResourceAsStream("/liberation/LiberationSans-" + weight + ".ttf");
            if (in == null) {
                throw new IllegalStateException(
                        "The font for PDF files (%s) is missing in the program.\nMaybe build the whole project again?"
                                .formatted(weight));
            }
            return in;
        };
    }
}
