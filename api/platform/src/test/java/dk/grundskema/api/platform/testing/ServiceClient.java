package dk.grundskema.api.platform.testing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.start.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client of the REST interface.
 *
 * @param base    address of the service, without a slash at the end
 * @param headers names and values in turn, sent with every request
 * @param isHeld  whether each response is validated against the OpenAPI document; benchmarks turn this off
 */
public record ServiceClient(String base, List<String> headers, boolean isHeld) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Copies the list. */
    public ServiceClient {
        headers = List.copyOf(headers);
    }

    /** Creates a client whose responses are validated against the OpenAPI document. */
    public ServiceClient(String base, List<String> headers) {
        this(base, headers, true);
    }

    /** Returns a program that has not signed in. */
    public static ServiceClient anonymous(Server server) {
        return new ServiceClient("http://localhost:" + server.port(), List.of("Accept-Language", "en"));
    }

    /** Returns a program with the first administrator's token. */
    public static ServiceClient administrator(Server server) {
        return anonymous(server).withToken(TestDatabase.TOKEN);
    }

    /** Returns the same client without validation. */
    public ServiceClient withoutContractCheck() {
        return new ServiceClient(base, headers, false);
    }

    /** Returns the same client with an additional header. */
    public ServiceClient withHeader(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new ServiceClient(base, more, isHeld);
    }

    /** The same program with a token. */
    public ServiceClient withToken(String token) {
        return withHeader("Authorization", "Bearer " + token);
    }

    /** Sends a GET request. */
    public Answer get(String path) {
        return send("GET", path, "");
    }

    /** Sends JSON, given as maps, lists, texts and numbers of the JDK. */
    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, JsonFormatter.format(Json.fromJava(body)));
    }

    /** Sends JSON that takes the place of something. */
    public Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, JsonFormatter.format(Json.fromJava(body)));
    }

    /** Takes something away. */
    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /**
     * An uploaded file.
     *
     * @param part    name of its multipart part
     * @param name    file name
     * @param content its bytes, one char each
     */
    public record UploadedFile(String part, String name, String content) {
        /** Reads a file. */
        public static UploadedFile of(String part, Path file) {
            try {
                return new UploadedFile(
                        part,
                        String.valueOf(file.getFileName()),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sends files. */
    public Answer upload(String path, List<UploadedFile> files) {
        var body = new StringBuilder();
        files.forEach(file -> body.append("--boundary-of-parts\r\nContent-Disposition: form-data; name=\"")
                .append(file.part())
                .append("\"; filename=\"")
                .append(file.name())
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(file.content())
                .append("\r\n"));
        body.append("--boundary-of-parts--\r\n");
        return withHeader("Content-Type", "multipart/form-data; boundary=boundary-of-parts")
                .exchange("POST", path, body.toString(), StandardCharsets.ISO_8859_1);
    }

    /** Sends any text as JSON; an empty text as a request without content. */
    public Answer send(String method, String path, String body) {
        return exchange(method, path, body, StandardCharsets.UTF_8);
    }

    private Answer exchange(String method, String path, String body, Charset charset) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, charset));
        if (!body.isEmpty() && !headers.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var answer = new Answer(HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
            if (isHeld && answer.header("Content-Encoding").isEmpty()) { // what is compressed is no text
                assertContract(method, path, answer.status(), answer.header("Content-Type"), answer.body());
                OpenApiExamples.record(method, path, body, answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The request (%s %s) was interrupted.".formatted(method, path), e);
        }
    }

    /** Every answer that a test sees is as the OpenAPI document describes it. */
    public static void assertContract(String method, String path, int status, String type, String body) {
        List<String> faults = OpenApiValidator.committed().faults(method, path, status, type, body);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s answered %d (%s), which isn't as openapi.json says:\n%s\n%s"
                    .formatted(method, path, status, type, String.join("\n", faults), shorten(body)));
        }
    }

    private static String shorten(String body) {
        return body.length() > 2000 ? body.substring(0, 2000) : body;
    }

    /**
     * A response.
     *
     * @param response the HTTP response
     */
    public record Answer(HttpResponse<String> response) {
        /** The status. */
        public int status() {
            return response.statusCode();
        }

        /** The content as text. */
        public String body() {
            return response.body();
        }

        /** A header; empty if the answer doesn't have it. */
        public String header(String name) {
            Optional<String> value = response.headers().firstValue(name);
            return value.orElse("");
        }

        /** The entity tag. */
        public String tag() {
            return header("ETag");
        }

        /** Returns the value at a JSON pointer in the content, as a JDK value; the text {@code "null"} if there is none. */
        public Object at(String pointer) {
            Object at = json();
            for (String step :
                    pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
                at = switch (at) {
                    case Map<?, ?> map -> String.valueOf(map.get(step)).equals("null") ? "null" : map.get(step);
                    case List<?> list ->
                        list.size() > Integer.parseInt(step) ? list.get(Integer.parseInt(step)) : "null";
                    default -> "null";
                };
            }
            return at;
        }

        private Object json() {
            if (JsonTreeParser.parse(body()) instanceof ReadResult.Success<Json> good) {
                Object value = Json.toJava(good.value());
                return value == null ? "null" : value;
            }
            throw new AssertionError("The answer (%d) is no JSON: %s".formatted(status(), body()));
        }

        @Override
        public String toString() {
            return status() + " " + body();
        }
    }
}
