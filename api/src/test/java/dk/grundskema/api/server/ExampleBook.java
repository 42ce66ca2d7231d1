package dk.grundskema.api.server;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Examples of the OpenAPI document: what tests once sent and got, of made-up people, shortened to one element a list. With
 * {@code -Dgrundskema.examples.write=true} the tests that are run write theirs down where they say more than the example that is there.
 */
public final class ExampleBook {
    private static final Path FILE = Path.of("src/test/resources/dk/grundskema/api/server/examples.json");
    private static final boolean WRITES = Boolean.getBoolean("grundskema.examples.write");

    /** What nobody is to see, though it opens nothing but a database of tests. */
    private static final Set<String> SECRETS = Set.of("secret", "passwordCode", "csrfToken", "code");

    private static final String SECRET = "k4m7q2x9w3bzr8t5n6v1";
    private static final int LONGEST = 6000;
    private static final ExampleBook BOOK = new ExampleBook();

    private final Map<String, Object> all = new TreeMap<>();

    private ExampleBook() {
        try {
            if (Files.exists(FILE)
                    && JsonParsing.parse(Files.readString(FILE)) instanceof Read.Good<Json> good
                    && Json.toJava(good.value()) instanceof Map<?, ?> map) {
                map.forEach((key, example) -> all.put(String.valueOf(key), example));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The examples by their keys, {@code operation/sent} or {@code operation/200}. */
    public static Map<String, Object> all() {
        return BOOK.all;
    }

    /** Writes down what was sent and got, if it went well. */
    static void note(String method, String path, String sent, Client.Answer answer) {
        if (WRITES && answer.status() < 300 && answer.header("Content-Type").contains("json")) {
            ServiceContract.committed()
                    .operation(method, path.replaceFirst("\\?.*", ""))
                    .ifPresent(operation -> {
                        BOOK.note(operation.id() + "/" + answer.status(), answer.body());
                        BOOK.note(operation.id() + "/sent", sent);
                    });
        } else if (WRITES && answer.status() == 204 && sent.startsWith("{")) {
            ServiceContract.committed()
                    .operation(method, path.replaceFirst("\\?.*", ""))
                    .ifPresent(operation -> BOOK.note(operation.id() + "/sent", sent));
        }
    }

    private synchronized void note(String key, String text) {
        if (!text.startsWith("{") || !(JsonParsing.parse(text) instanceof Read.Good<Json> good)) {
            return;
        }
        Object shortened = shortened(Json.toJava(good.value()));
        int length = length(shortened);
        int now = all.containsKey(key) ? length(all.get(key)) : 0;
        if (length <= LONGEST && length > now) {
            all.put(key, shortened);
            write();
        }
    }

    private static int length(Object example) {
        return JsonText.of(Json.fromJava(example)).length();
    }

    private void write() {
        try {
            Files.writeString(FILE, JsonText.of(Json.fromJava(all)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object shortened(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, Object>();
                map.forEach((name, each) ->
                        all.put(String.valueOf(name), isSecret(String.valueOf(name), each) ? SECRET : shortened(each)));
                yield all;
            }
            case List<?> list ->
                list.stream().limit(1).map(ExampleBook::shortened).toList();
            case null -> Json.Nothing.NOTHING;
            default -> value;
        };
    }

    /** Codes of texts, which have dots in them, are none. */
    private static boolean isSecret(String name, Object value) {
        return SECRETS.contains(name) && value instanceof String text && !text.contains(".");
    }
}
