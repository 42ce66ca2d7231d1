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

/** What is long, as the database keeps it and as it is sent. */
final class Zipped {
    private Zipped() {}

    static byte[] of(Json json) {
        return of(JsonText.line(json).getBytes(StandardCharsets.UTF_8));
    }

    static Json json(byte[] bytes) {
        if (JsonParsing.parse(new String(bytes(bytes), StandardCharsets.UTF_8)) instanceof Read.Good<Json> good) {
            return good.value();
        }
        throw new IllegalStateException("What was kept of calendars is no JSON any more.");
    }

    static byte[] of(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(byte[] zipped) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
