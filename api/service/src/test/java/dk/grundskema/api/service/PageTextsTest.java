package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of pages exist in both languages, and every text is used. */
final class PageTextsTest {
    private static final List<Path> MODULES = List.of(Path.of("../platform"), Path.of("../service"));
    private static final String TEXTS = "src/main/resources";
    private static final String CODE = "src/main/java";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern SAID = Pattern.compile("['\"]([a-z][\\w.-]*)['\"]");

    static List<Path> areas() throws IOException {
        var areas = new ArrayList<Path>();
        for (Path module : MODULES) {
            try (Stream<Path> all = Files.walk(module.resolve(TEXTS))) {
                all.filter(file -> file.endsWith("messages_en.properties"))
                        .map(Path::getParent)
                        .filter(PageTextsTest::hasTemplates)
                        .sorted()
                        .forEach(areas::add);
            }
        }
        assertThat(areas).hasSizeGreaterThan(15);
        return areas;
    }

    private static boolean hasTemplates(Path folder) {
        String[] templates = folder.toFile().list((any, name) -> name.endsWith(".html"));
        return templates != null && templates.length > 0;
    }

    private static Map<String, String> texts(Path area, String language) throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(area.resolve("messages_" + language + ".properties"))) {
            properties.load(in);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("areas")
    void bothLanguagesHaveTheSameTextsWithTheSameArguments(Path area) throws IOException {
        Map<String, String> danish = texts(area, "da");
        Map<String, String> english = texts(area, "en");
        assertThat(danish.keySet()).isEqualTo(english.keySet());
        assertThat(danish.values()).noneMatch(String::isBlank);
        assertThat(english.values()).noneMatch(String::isBlank);
        danish.forEach((key, text) ->
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(String.valueOf(english.get(key)))));
    }

    /**
     * A text is used if a template, a page with a script or the code of the area contains its key, or a prefix of it that ends with a dot or a dash.
     */
    @ParameterizedTest
    @MethodSource("areas")
    void everyTextIsSaid(Path area) throws IOException {
        var said = new TreeSet<String>();
        for (Path folder : List.of(area, Path.of(area.getParent().toString().replace(TEXTS, CODE)))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(one -> one.toString().matches(".*\\.(html|java)"))
                        .toList()) {
                    SAID.matcher(Files.readString(file)).results().forEach(one -> said.add(one.group(1)));
                }
            }
        }
        assertThat(texts(area, "en").keySet())
                .allMatch(key -> said.contains(key)
                        || key.matches("(client|wrong)\\..*")
                        || said.stream().anyMatch(one -> one.matches(".*[.-]") && key.startsWith(one)));
    }
}
