package dk.grundskema.api.service.testing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Simulates a phone's camera: slightly rotated, slightly out of focus, in weak light. It tries several views and takes the first in which it reads a
 * code, because a hand is never still.
 */
public final class QrCodeCamera {
    /**
     * A view of the code.
     *
     * @param degrees rotation in degrees
     * @param close   pixels of the camera per pixel of the screen
     */
    private record CameraView(double degrees, double close) {}

    private static final List<CameraView> LOOKS = List.of(
            new CameraView(7, 3),
            new CameraView(3, 3),
            new CameraView(-4, 3),
            new CameraView(11, 3),
            new CameraView(7, 4),
            new CameraView(-6, 2.5),
            new CameraView(2, 3.5),
            new CameraView(-9, 4));

    /** Share of the light that arrives from dark and light modules: neither black nor white. */
    private static final float CONTRAST = 0.5f;

    private static final int LEAST_LIGHT = 40;

    private QrCodeCamera() {}

    /** Returns the text of the QR code in a picture; empty if none is readable. */
    public static Optional<String> read(byte[] png) {
        BufferedImage picture = decodePng(png);
        return LOOKS.stream()
                .flatMap(look -> read(distort(picture, look)).stream())
                .findFirst();
    }

    private static Optional<String> read(BufferedImage seen) {
        int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
        var light = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)))
                    .getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }

    private static BufferedImage distort(BufferedImage picture, CameraView look) {
        int width = (int) (look.close() * picture.getWidth());
        int height = (int) (look.close() * picture.getHeight());
        int side = (int) Math.ceil(1.2 * Math.hypot(width, height));
        var turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = turned.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        on.setColor(Color.GRAY);
        on.fillRect(0, 0, side, side);
        on.rotate(Math.toRadians(look.degrees()), side / 2.0, side / 2.0);
        on.drawImage(picture, (side - width) / 2, (side - height) / 2, width, height, null);
        on.dispose();
        var blurred = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var around = new float[9];
        Arrays.fill(around, 1f / around.length);
        new ConvolveOp(new Kernel(3, 3, around), ConvolveOp.EDGE_NO_OP, null).filter(turned, blurred);
        return new RescaleOp(CONTRAST, LEAST_LIGHT, null).filter(blurred, null);
    }

    private static BufferedImage decodePng(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
