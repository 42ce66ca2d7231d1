package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the service exists in both languages. */
class ServiceTextsTest {
    private static final List<Path> TEXTS =
            List.of(Path.of("../platform/src/main/resources"), Path.of("src/main/resources"));
    private static final Path FEED_TEXTS = Path.of("../exports/src/main/resources/dk/grundskema/api/exports/feed");
    private static final List<Path> CODE_ROOTS =
            List.of(Path.of("../platform/src/main/java"), Path.of("src/main/java"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z]|grundskema [a-z]+ ");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w.%-]*)\"");

    /** Codes as the code uses them: the first argument of a refusal, finding or sentence. */
    private static final Pattern CODE = Pattern.compile(
            "(?:RefusalException\\.(?:of|conflict|tooMany|unusable)|Finding\\.(?:error|warning|info)|LocalizedMessage\\.of|new StatedChange)\\(\\s*"
                    + "(?:HttpStatus\\.\\w+,\\s*)?\"([a-z][\\w.-]*)\"");

    private static List<Path> files(List<Path> roots, String end) throws IOException {
        var files = new ArrayList<Path>();
        for (Path root : roots) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(file -> file.toString().endsWith(end)).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static List<Path> files(Path root, String end) throws IOException {
        return files(List.of(root), end);
    }

    private static Map<String, String> texts(Path file) throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    private static Map<String, Set<String>> placeholders(Map<String, String> texts) {
        var all = new TreeMap<String, Set<String>>();
        texts.forEach((key, text) -> all.put(
                key,
                PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new))));
        return all;
    }

    /** Returns whether texts are in the folder of the templates that use them; another test covers those. */
    private static boolean hasTemplates(Path texts) {
        String[] templates = texts.toFile().getParentFile().list((folder, name) -> name.endsWith(".html"));
        return templates != null && templates.length > 0;
    }

    /** Texts of the service, and of the changes in feeds and mails. */
    private static List<Path> texts() throws IOException {
        return Stream.concat(
                        files(TEXTS, "messages_en.properties").stream().filter(file -> !hasTemplates(file)),
                        files(FEED_TEXTS, "messages_en.properties").stream())
                .toList();
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameArguments() throws IOException {
        List<Path> english = texts();
        assertThat(english).hasSizeGreaterThan(4);
        for (Path file : english) {
            Path danish = file.resolveSibling("messages_da.properties");
            assertThat(placeholders(texts(danish))).as(danish.toString()).isEqualTo(placeholders(texts(file)));
            assertThat(texts(danish).values()).as(danish.toString()).noneMatch(String::isBlank);
        }
    }

    /** A text is used if the code has its key, a prefix of it such as {@code rest.title-}, or a pattern for it. */
    @Test
    void everyTextOfARoomIsSaidSomewhere() throws IOException {
        var said = new HashSet<String>();
        for (String module : List.of("documents", "imports", "exports", "planning", "platform", "service", "cli")) {
            for (Path file : files(Path.of("..", module, "src/main/java"), ".java")) {
                LITERAL.matcher(Files.readString(file)).results().forEach(match -> said.add(match.group(1)));
            }
        }
        List<Pattern> patterns = said.stream()
                .filter(one -> one.contains("%s"))
                .map(one -> Pattern.compile(one.replace(".", "\\.").replace("%s", "[\\w-]+")))
                .toList();
        var unsaid = new TreeSet<String>();
        for (Path file : texts()) {
            for (String each : texts(file).keySet()) {
                String key = each.replaceFirst("\\.beside$", ""); // said instead, beside a field
                boolean isSaid = said.contains(key)
                        || said.stream().anyMatch(one -> one.matches(".*[.-]") && key.startsWith(one))
                        || patterns.stream().anyMatch(one -> one.matcher(key).matches());
                if (!isSaid) {
                    unsaid.add(each);
                }
            }
        }
        assertThat(unsaid).isEmpty();
    }

    @Test
    void everyCodeThatIsUsedHasAText() throws IOException {
        var known = new HashSet<String>();
        for (Path file : files(TEXTS, "messages_en.properties")) {
            known.addAll(texts(file).keySet());
        }
        for (String below : List.of("../../domain", "../../solver/engine", "../planning")) {
            for (Path file : files(Path.of(below, "src/main/resources"), "messages_en.properties")) {
                known.addAll(texts(file).keySet());
            }
        }
        var used = new TreeMap<String, Path>();
        for (Path file : files(CODE_ROOTS, ".java")) {
            CODE.matcher(Files.readString(file)).results().forEach(match -> used.put(match.group(1), file));
        }
        assertThat(used).hasSizeGreaterThan(30);
        used.keySet().removeAll(known);
        assertThat(used).isEmpty();
    }

    /** REST clients have no command line, so texts of the service name no options of commands. Texts of the start may, because it is a command. */
    @Test
    void noTextOfTheServiceSpeaksOfOptionsOfTheCommandLine() throws IOException {
        var wrong = new TreeMap<String, String>();
        int count = 0;
        var roots = new ArrayList<>(TEXTS);
        roots.addAll(List.of(Path.of("../../domain"), Path.of("../../solver"), Path.of("../../plugins")));
        for (Path root : roots) {
            for (Path file : files(root, ".properties")) {
                String path = file.toString();
                if (path.contains("src/main/")
                        && path.matches(".*/messages_(da|en)\\.properties")
                        && !path.contains("/api/cli/")
                        && !path.contains("/platform/start/")) {
                    count++;
                    texts(file).forEach((key, text) -> {
                        if (OPTION.matcher(text).find()) {
                            wrong.put(file + " " + key, text);
                        }
                    });
                }
            }
        }
        assertThat(count).isGreaterThan(30);
        assertThat(wrong).isEmpty();
    }
}
