package dk.grundskema.api.service.subscribe;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * Renders a text as a QR code in SVG, which is sharp on paper and on a screen. The code is always dark on light, independent of the page, and
 * includes its quiet zone.
 */
final class QrCode {
    /** Width of the light margin around the code, in modules. Source: ISO/IEC 18004, 6.3.8. */
    static final int QUIET_ZONE = 4;

    private QrCode() {}

    /**
     * Returns the code as an SVG element, usable in a page or as a file.
     *
     * @param text  encoded text, such as an address
     * @param label alternative text for screen readers
     * @throws IllegalArgumentException if the text does not fit into a code
     */
    static String svg(String text, String label) {
        BitMatrix modules = modules(text);
        int size = modules.getWidth();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 %d %d" role="img" aria-label="%s" \
                shape-rendering="crispEdges"><path fill="#ffffff" d="M0 0h%dv%dh-%dz"/><path fill="#000000" d="%s"/></svg>""".formatted(size, size, escapeXml(label), size, size, size, svgPath(modules));
    }

    /** Returns the modules of the code including the quiet zone; set modules are dark. Error correction level M restores 15 %. */
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
                    "The text (%d characters) does not fit into a QR code.\nMaybe it is too long?"
                            .formatted(text.length()),
                    e);
        }
    }

    /** Draws each horizontal run of dark modules as one rectangle. */
    private static String svgPath(BitMatrix modules) {
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

    private static String escapeXml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
