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
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What is long, as the database keeps it and as it is sent. */
final class Zipped {
    private Zipped() {}

    static byte[] of(Json json) {
        return of(JsonText.line(json).getBytes(StandardCharsets.UTF_8));
    }

    static Json json(byte[] bytes) {
        return jsonIn(bytes)
                .orElseThrow(() -> new IllegalStateException("What was kept of calendars is no JSON any more."));
    }

    /** The JSON in what may be of another form; empty if it is none, or isn't compressed. */
    static Optional<Json> jsonIn(byte[] zipped) {
        try {
            return JsonParsing.parse(new String(bytes(zipped), StandardCharsets.UTF_8)) instanceof Read.Good<Json> good
                    ? Optional.of(good.value())
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
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
