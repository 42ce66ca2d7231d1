package dk.grundskema.api.server.platform;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.planning.ProblemReader;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonFile;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.api.platform.RecordWriter;
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
 * Bodies of requests and answers are records, read and written as files are: strictly, with everything that is wrong found at once, each
 * with its place.
 */
public final class RecordBodies extends AbstractHttpMessageConverter<Record> {
    private static final String HOUSE = "dk.grundskema.";

    private final RecordReader reader;

    /** @param house knows the parameters of intervention types */
    public RecordBodies(PluginHouse house) {
        super(StandardCharsets.UTF_8, MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
        this.reader = ProblemReader.records(house.plugins());
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord() && type.getName().startsWith(HOUSE);
    }

    @Override
    protected Record readInternal(Class<? extends Record> type, HttpInputMessage message) throws IOException {
        byte[] bytes = message.getBody().readNBytes(JsonFile.LARGEST + 1);
        if (bytes.length > JsonFile.LARGEST) {
            throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "rest.too-large", JsonFile.LARGEST >> 20);
        }
        return read(bytes, type);
    }

    private <T extends Record> T read(byte[] bytes, Class<T> type) {
        Read<T> read = JsonFile.parsed(bytes)
                .then(good -> type == Json.Structure.class && good.value() instanceof Json.Structure
                        ? new Read.Good<>(type.cast(good.value()), List.of(), good.hash())
                        : reader.read(good.value(), type));
        return switch (read) {
            case Read.Good<T> good -> good.value();
            case Read.Bad<T> bad -> throw refused(bad.findings());
        };
    }

    /** What isn't JSON at all is another sort of no than what says something impossible. */
    private static Refusal refused(List<Finding> findings) {
        boolean isBroken = findings.stream()
                .anyMatch(one -> one.code().startsWith("json.") || one.code().startsWith("file."));
        return new Refusal(isBroken ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT, findings);
    }

    @Override
    protected void writeInternal(Record body, HttpOutputMessage message) throws IOException {
        byte[] bytes = JsonText.of(RecordWriter.toJson(body)).getBytes(StandardCharsets.UTF_8);
        message.getHeaders().setContentLength(bytes.length);
        message.getBody().write(bytes);
    }

    @Override
    protected MediaType getDefaultContentType(@Nullable Record body) {
        return body instanceof ProblemDetails ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON;
    }
}
