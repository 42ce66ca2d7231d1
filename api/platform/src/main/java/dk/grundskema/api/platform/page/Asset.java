package dk.grundskema.api.platform.page;

import dk.grundskema.api.exports.template.SharedStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A static file of the pages, such as a style sheet or a script. Its address contains a digest of its content, so browsers may cache it
 * indefinitely.
 *
 * @param name    file name, such as {@code app.css}
 * @param digest  digest of the content, in hexadecimal digits
 * @param content the bytes
 * @param type    value of the header {@code Content-Type}
 */
public record Asset(String name, String digest, byte[] content, String type) {
    private static final int DIGITS = 16;
    /** Each module with pages lists its files in such a resource. */
    private static final String INDEX = "META-INF/grundskema/assets.properties";

    private static final String SHARED_STYLE = "app.css";
    private static final Pattern SPACES = Pattern.compile(" ");
    private static final Map<String, Asset> ALL = readAll();

    private static Map<String, Asset> readAll() {
        var all = new HashMap<String, Asset>();
        try {
            for (URL index : Collections.list(Asset.class.getClassLoader().getResources(INDEX))) {
                var files = new Properties();
                try (InputStream in = index.openStream()) {
                    files.load(in);
                }
                for (String name : files.stringPropertyNames()) {
                    if (all.put(name, of(name, files.getProperty(name))) != null) {
                        throw new IllegalStateException("Two modules have an asset with the name %s.".formatted(name));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    /** @param files paths separated by spaces; their contents are joined in order, which keeps each source file short */
    private static Asset of(String name, String files) {
        var joined = new ByteArrayOutputStream();
        SPACES.splitAsStream(files).forEach(file -> joined.writeBytes(read(file)));
        byte[] all = name.equals(SHARED_STYLE) ? withHouseStyle(joined.toByteArray()) : joined.toByteArray();
        return new Asset(name, digest(all), all, typeOf(name) + "; charset=utf-8");
    }

    private static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalStateException("The asset (%s) is of an unknown kind.".formatted(name));
        };
    }

    private static byte[] read(String file) {
        try (InputStream in = Asset.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The asset (%s) is missing from the application.\nMaybe rebuild the whole project?"
                                .formatted(file));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withHouseStyle(byte[] own) {
        return (SharedStyle.baseCss() + SharedStyle.colourProperties() + new String(own, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available, although every JDK provides it.", e);
        }
    }

    /** Returns the asset with this name; empty if there is none. */
    public static Optional<Asset> findByName(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /**
     * Returns the address of an asset.
     *
     * @throws IllegalStateException if no asset has this name
     */
    public static String addressOf(String name) {
        Asset asset = findByName(name)
                .orElseThrow(() -> new IllegalStateException("There is no asset with the name %s.".formatted(name)));
        return "/assets/" + asset.digest() + "/" + name;
    }
}
