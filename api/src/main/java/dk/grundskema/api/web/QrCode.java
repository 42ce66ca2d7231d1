package dk.grundskema.api.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A text as a QR code that cameras read, drawn as SVG: as sharp on paper as on a screen. A code is dark on light whatever the page around it is, and
 * its quiet zone is part of it.
 */
public final class QrCode {
    /** So many modules around the code stay light. Source: ISO/IEC 18004, 6.3.8. */
    public static final int QUIET_ZONE = 4;

    private QrCode() {}

    /**
     * The code as an element that can stand in a page, or be a file by itself.
     *
     * @param text  what cameras read, such as an address
     * @param label what those hear who don't see it
     * @throws IllegalArgumentException if the text is longer than a code can be
     */
    public static String svg(String text, String label) {
        BitMatrix modules = modules(text);
        int size = modules.getWidth();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 %d %d" role="img" aria-label="%s" \
                shape-rendering="crispEdges"><path fill="#ffffff" d="M0 0h%dv%dh-%dz"/><path fill="#000000" d="%s"/></svg>""".formatted(size, size, escaped(label), size, size, size, path(modules));
    }

    /** The modules of the code and of its quiet zone; those that are set are dark. Error correction M mends 15 %. */
    static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "The text (%d characters) is no code.\nMaybe it is too long?".formatted(text.length()), e);
        }
    }

    /** Each run of dark modules in a row is one rectangle. */
    private static String path(BitMatrix modules) {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int end = x;
                while (end < modules.getWidth() && modules.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x).append(' ').append(y);
                    path.append('h')
                            .append(end - x)
                            .append("v1h-")
                            .append(end - x)
                            .append('z');
                    x = end;
                }
            }
        }
        return path.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
