package dk.grundskema.api.service.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is written about records and operations beside their code, so that it need not be written twice. */
final class JavadocReader {
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("@param\\s+(\\w+)\\s+(.*?)(?=\\s@\\w+\\s|$)");
    private static final Pattern ANOTHER = Pattern.compile("    }\n|\n\n|\\brecord \\w+\\(");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s+([^}]*)}");

    private final List<Path> roots;
    private final Map<Class<?>, String> sources = new HashMap<>();

    JavadocReader() {
        try (Stream<Path> folders = Files.walk(Path.of("../.."), 6)) {
            roots = folders.filter(folder -> folder.endsWith(Path.of("src", "main", "java")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a type is; empty if nothing is written. */
    String description(Class<?> type) {
        return before(type, "\\b(record|enum|class) " + type.getSimpleName() + "\\b")
                .map(JavadocReader::withoutTags)
                .orElse("");
    }

    /** What the components of a record mean. */
    Map<String, String> components(Class<?> type) {
        return before(type, "\\brecord " + type.getSimpleName() + "\\(")
                .map(JavadocReader::parameters)
                .orElse(Map.of());
    }

    /** What the parameters of a method mean. */
    Map<String, String> parameters(Method method) {
        return before(method.getDeclaringClass(), "[\\w>\\]] " + method.getName() + "\\(")
                .map(JavadocReader::parameters)
                .orElse(Map.of());
    }

    /** What a method is for, at length; empty if nothing is written. */
    String description(Method method) {
        return before(method.getDeclaringClass(), "[\\w>\\]] " + method.getName() + "\\(")
                .map(JavadocReader::withoutTags)
                .orElse("");
    }

    private static String withoutTags(String comment) {
        return comment.replaceFirst("(^|\\s)@\\w+\\s.*", "").strip();
    }

    private static Map<String, String> parameters(String comment) {
        var all = new LinkedHashMap<String, String>();
        PARAMETER
                .matcher(comment)
                .results()
                .forEach(
                        match -> all.put(match.group(1), sentence(match.group(2).strip())));
        return all;
    }

    private static String sentence(String words) {
        String begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    /** The code of a method, up to the end of the last one in its class at worst. */
    String code(Method method) {
        String source = sources.computeIfAbsent(outermost(method.getDeclaringClass()), this::source);
        var place = Pattern.compile("[\\w>\\]] " + method.getName() + "\\(").matcher(source);
        if (!place.find()) {
            return "";
        }
        int end = source.indexOf("\n    }\n", place.start());
        return source.substring(place.start(), end < 0 ? source.length() : end);
    }

    /** The comment right before what a pattern finds, in one line; none if something else is between. */
    private Optional<String> before(Class<?> type, String pattern) {
        String source = sources.computeIfAbsent(outermost(type), this::source);
        var place = Pattern.compile(pattern).matcher(source);
        if (!place.find()) {
            return Optional.empty();
        }
        return COMMENT.matcher(source)
                .results()
                .filter(match -> match.end() <= place.start())
                .reduce((first, second) -> second)
                .filter(match -> !ANOTHER.matcher(source.substring(match.end(), place.start()))
                        .find())
                .map(JavadocReader::plain);
    }

    private static String plain(MatchResult comment) {
        String lines = comment.group(1)
                .replaceAll("\n\\s*\\* ?", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return INLINE.matcher(lines)
                .replaceAll(match -> match.group(1).replace('#', '.').replace("\\", "\\\\"));
    }

    private static Class<?> outermost(Class<?> type) {
        return type.getNestHost();
    }

    private String source(Class<?> type) {
        Path file = Path.of(type.getName().replace('.', '/') + ".java");
        return roots.stream()
                .map(root -> root.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .map(found -> {
                    try {
                        return Files.readString(found);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse("");
    }
}
