package dk.grundskema.api.exports;

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

/** A sheet as a PDF: the same page, on the paper that it says it is for, with its letters in it. Safe to use from several threads. */
public final class PdfSheet {
    /** The first family that the style of sheets asks for; the letters are those of Liberation Sans. */
    private static final String FAMILY = "Segoe UI";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.setLoggingEnabled(false); // it would log each part of a style that is for screens
    }

    private PdfSheet() {}

    /**
     * The PDF of a sheet.
     *
     * @param page a page as {@link SheetBundle#files} has it; nothing beside it is read
     */
    public static byte[] of(byte[] page) {
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
            InputStream in = PdfSheet.class.getResourceAsStream("/liberation/LiberationSans-" + weight + ".ttf");
            if (in == null) {
                throw new IllegalStateException(
                        "The letters for paper (%s) are not in the program.\nMaybe build it again from the whole project?"
                                .formatted(weight));
            }
            return in;
        };
    }
}
