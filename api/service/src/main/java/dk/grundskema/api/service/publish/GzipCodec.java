package dk.grundskema.api.service.publish;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses and decompresses long content for the database and for responses. */
public final class GzipCodec {
    private GzipCodec() {}

    public static byte[] compress(Json json) {
        return compress(JsonFormatter.formatOnOneLine(json).getBytes(StandardCharsets.UTF_8));
    }

    static Json readJson(byte[] bytes) {
        return findJson(bytes)
                .orElseThrow(() -> new IllegalStateException("The stored calendar content is not valid JSON."));
    }

    /** Returns the JSON in the bytes; empty if they are not compressed or not JSON. Use it for content that may have another format. */
    public static Optional<Json> findJson(byte[] zipped) {
        try {
            return JsonTreeParser.parse(new String(decompress(zipped), StandardCharsets.UTF_8))
                            instanceof ReadResult.Success<Json> good
                    ? Optional.of(good.value())
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    public static byte[] compress(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] decompress(byte[] zipped) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
