package dk.grundskema.api.platform.http;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFileReader;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/**
 * Converts the JSON bodies of requests and responses to and from records, with the same strict reader as files: it reports all findings at once, each
 * with its location.
 */
public final class RecordMessageConverter extends AbstractHttpMessageConverter<Record> {
    private static final String PACKAGE_PREFIX = "dk.grundskema.";

    private final RecordReader reader;

    /** @param reader reader of all records, with the types that plugins add */
    public RecordMessageConverter(RecordReader reader) {
        super(StandardCharsets.UTF_8, MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
        this.reader = reader;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord() && type.getName().startsWith(PACKAGE_PREFIX);
    }

    @Override
    protected Record readInternal(Class<? extends Record> type, HttpInputMessage message) throws IOException {
        byte[] bytes = message.getBody().readNBytes(JsonFileReader.LARGEST + 1);
        if (bytes.length > JsonFileReader.LARGEST) {
            throw RefusalException.of(HttpStatus.CONTENT_TOO_LARGE, "rest.too-large", JsonFileReader.LARGEST >> 20);
        }
        return read(bytes, type);
    }

    /**
     * Reads a record, such as one in a field of a form.
     *
     * @param bytes JSON
     * @throws RefusalException 400 if it is not JSON, 422 with all invalid values
     */
    public <T extends Record> T read(byte[] bytes, Class<T> type) {
        ReadResult<T> read = JsonFileReader.parse(bytes)
                .then(good -> type == Json.JsonObject.class && good.value() instanceof Json.JsonObject
                        ? new ReadResult.Success<>(type.cast(good.value()), List.of(), good.hash())
                        : reader.read(good.value(), type));
        return switch (read) {
            case ReadResult.Success<T> good -> good.value();
            case ReadResult.Failure<T> bad -> throw toRefusal(bad.findings());
        };
    }

    /** Content that is not JSON gets another status than JSON with invalid values. */
    private static RefusalException toRefusal(List<Finding> findings) {
        boolean isBroken = findings.stream()
                .anyMatch(one -> one.code().startsWith("json.") || one.code().startsWith("file."));
        return new RefusalException(isBroken ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT, findings);
    }

    @Override
    protected void writeInternal(Record body, HttpOutputMessage message) throws IOException {
        byte[] bytes = JsonFormatter.format(RecordWriter.toJson(body)).getBytes(StandardCharsets.UTF_8);
        message.getHeaders().setContentLength(bytes.length);
        message.getBody().write(bytes);
    }

    @Override
    protected MediaType getDefaultContentType(@Nullable Record body) {
        return body instanceof ProblemDetails ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON;
    }
}
