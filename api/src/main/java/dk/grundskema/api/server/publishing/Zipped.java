package dk.grundskema.api.server.publishing;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** JSON as the database keeps it where it may be long. */
final class Zipped {
    private Zipped() {}

    static byte[] of(Json json) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(JsonText.line(json).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Json json(byte[] bytes) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            if (JsonParsing.parse(text) instanceof Read.Good<Json> good) {
                return good.value();
            }
            throw new IllegalStateException("What was kept of calendars is no JSON any more.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
