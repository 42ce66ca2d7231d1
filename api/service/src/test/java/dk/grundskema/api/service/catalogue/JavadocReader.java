package dk.grundskema.api.service.catalogue;

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

/** Reads the Javadoc of records and operations, so that the OpenAPI document need not repeat it by hand. */
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

    /** Returns the description of a type; empty if it has no Javadoc. */
    String description(Class<?> type) {
        return before(type, "\\b(record|enum|class) " + type.getSimpleName() + "\\b")
                .map(JavadocReader::withoutTags)
                .orElse("");
    }

    /** Returns the descriptions of a record's components by name. */
    Map<String, String> components(Class<?> type) {
        return before(type, "\\brecord " + type.getSimpleName() + "\\(")
                .map(JavadocReader::parameters)
                .orElse(Map.of());
    }

    /** Returns the descriptions of a method's parameters by name. */
    Map<String, String> parameters(Method method) {
        return before(method.getDeclaringClass(), "[\\w>\\]] " + method.getName() + "\\(")
                .map(JavadocReader::parameters)
                .orElse(Map.of());
    }

    /** Returns the description of a method; empty if it has no Javadoc. */
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

    /** Returns the source code of a method; if its end is not found, up to the end of the file. */
    String code(Method method) {
        String source = sources.computeIfAbsent(outermost(method.getDeclaringClass()), this::source);
        var place = Pattern.compile("[\\w>\\]] " + method.getName() + "\\(").matcher(source);
        if (!place.find()) {
            return "";
        }
        int end = source.indexOf("\n    }\n", place.start());
        return source.substring(place.start(), end < 0 ? source.length() : end);
    }

    /** Returns the Javadoc directly before the first match of a pattern, on one line; empty if other code is between them. */
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
