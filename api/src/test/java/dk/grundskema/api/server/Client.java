package dk.grundskema.api.server;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that uses the service.
 *
 * @param base    where the service is, without a slash at the end
 * @param headers names and values in turn, sent with every request
 */
public record Client(String base, List<String> headers) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Copies the list. */
    public Client {
        headers = List.copyOf(headers);
    }

    /** The same program, but it sends one more header. */
    public Client with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Client(base, more);
    }

    /** The same program with a token. */
    public Client token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Asks for something. */
    public Answer get(String path) {
        return send("GET", path, "");
    }

    /** Sends JSON, made of the JDK's maps, lists, texts and numbers. */
    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, JsonText.of(Json.fromJava(body)));
    }

    /** Sends JSON that takes the place of something. */
    public Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, JsonText.of(Json.fromJava(body)));
    }

    /** Takes something away. */
    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Sends any text as JSON; an empty one as no content at all. */
    public Answer send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!body.isEmpty() && !headers.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The request (%s %s) was interrupted.".formatted(method, path), e);
        }
    }

    /**
     * What came back.
     *
     * @param response the answer
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

        /** What a JSON pointer leads to in the content, in the JDK's terms; {@code "null"} as text if there is nothing. */
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
            if (JsonParsing.parse(body()) instanceof Read.Good<Json> good) {
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
