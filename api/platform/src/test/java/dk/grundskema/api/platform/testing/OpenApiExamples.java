package dk.grundskema.api.platform.testing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Examples of the OpenAPI document with fictitious people. Requests are written by hand, and {@code OpenApiExampleStoryTest} sends them. With
 * {@code -Dgrundskema.examples.write=true} the responses are stored with shortened lists; other tests add the operations that the story does not
 * call.
 */
public final class OpenApiExamples {
    private static final Path FILE = Path.of("../service/src/test/resources/dk/grundskema/api/service/examples.json");
    private static final boolean WRITES = Boolean.getBoolean("grundskema.examples.write");

    /** Secrets are hidden, although they only give access to test databases. */
    private static final Set<String> SECRETS = Set.of("secret", "passwordCode", "csrfToken", "code");

    private static final String SECRET = "k4m7q2x9w3bzr8t5n6v1";
    /** A whole problem of a small camp. */
    private static final int LONGEST = 4500;

    private static final OpenApiExamples BOOK = new OpenApiExamples();

    private final Map<String, Object> examples = new TreeMap<>();
    private final Set<String> storyKeys = new HashSet<>();
    private boolean isStory;

    private OpenApiExamples() {
        try {
            if (Files.exists(FILE)
                    && JsonTreeParser.parse(Files.readString(FILE)) instanceof ReadResult.Success<Json> good
                    && Json.toJava(good.value()) instanceof Map<?, ?> map) {
                map.forEach((key, example) -> examples.put(String.valueOf(key), example));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The examples by their keys, {@code operation/sent} or {@code operation/200}. */
    public static Map<String, Object> all() {
        return BOOK.examples;
    }

    /** Starts a new set of examples, which replaces the stored one. */
    public static synchronized void beginStory() {
        BOOK.isStory = true;
    }

    /** Stores a request and its response if it succeeded. */
    static void record(String method, String path, String sent, ServiceClient.Answer answer) {
        if (WRITES && answer.status() < 300 && answer.header("Content-Type").contains("json")) {
            OpenApiValidator.committed()
                    .operation(method, path.replaceFirst("\\?.*", ""))
                    .ifPresent(operation -> {
                        BOOK.record(operation.id() + "/" + answer.status(), answer.body());
                        BOOK.record(operation.id() + "/sent", sent);
                    });
        } else if (WRITES && answer.status() == 204 && sent.startsWith("{")) {
            OpenApiValidator.committed()
                    .operation(method, path.replaceFirst("\\?.*", ""))
                    .ifPresent(operation -> BOOK.record(operation.id() + "/sent", sent));
        }
    }

    private synchronized void record(String key, String text) {
        boolean isKept = examples.containsKey(key) && (!isStory || key.endsWith("/sent") || !storyKeys.add(key));
        if (isKept
                || text.equals("{}")
                || !text.startsWith("{")
                || !(JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good)) {
            return;
        }
        Object whole = Json.toJava(good.value());
        Stream.of(Integer.MAX_VALUE, 3, 2, 1)
                .map(most -> shorten(whole, most))
                .filter(some -> length(some) <= LONGEST)
                .findFirst()
                .ifPresent(some -> {
                    examples.put(key, some);
                    write();
                });
    }

    private static int length(Object example) {
        return JsonFormatter.format(Json.fromJava(example)).length();
    }

    private void write() {
        try {
            Files.writeString(FILE, JsonFormatter.format(Json.fromJava(examples)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object shorten(Object value, int most) {
        return switch (value) {
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, Object>();
                map.forEach((name, each) -> all.put(
                        String.valueOf(name), isSecret(String.valueOf(name), each) ? SECRET : shorten(each, most)));
                yield all;
            }
            case List<?> list ->
                list.stream().limit(most).map(each -> shorten(each, most)).toList();
            case null -> Json.JsonNull.NOTHING;
            default -> value;
        };
    }

    /** Codes of texts, which contain dots, are not ids. */
    private static boolean isSecret(String name, Object value) {
        return SECRETS.contains(name) && value instanceof String text && !text.contains(".");
    }
}
