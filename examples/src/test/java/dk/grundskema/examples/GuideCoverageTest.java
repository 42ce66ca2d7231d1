package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.spi.RuleType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says where a plan has what the guide asks: every rule, line of the report and test on it is there. */
class GuideCoverageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final Pattern CODE = Pattern.compile(
            "(core|camp|co-teaching|peer-learning|small-groups|intensive-course|book-packages)\\.[a-z0-9.-]+");

    private final PluginRegistry plugins = PluginRegistry.load(GuideCoverageTest.class.getClassLoader());

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/guide-coverage.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| the guide asks"))
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static Set<String> words(int column) throws IOException {
        Set<String> words = new TreeSet<>();
        for (List<String> row : rows()) {
            WORD.matcher(row.get(column)).results().forEach(found -> words.add(found.group(1)));
        }
        return words;
    }

    @Test
    void everyLineHasItsFiveCellsAndATest() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(45).allSatisfy(row -> {
            assertThat(row).hasSize(5);
            assertThat(row.getFirst()).isNotBlank();
            assertThat(row.getLast()).startsWith("`");
        });
    }

    @Test
    void everyRuleIsARule() throws IOException {
        Set<String> known = new HashSet<>();
        CoreRules.types().forEach(type -> known.add(type.id()));
        plugins.all()
                .forEach(plugin -> plugin.ruleTypes().stream().map(RuleType::id).forEach(known::add));

        assertThat(words(2)).filteredOn(word -> CODE.matcher(word).matches()).hasSizeGreaterThan(30);
        assertThat(words(2)).filteredOn(word -> CODE.matcher(word).matches()).isSubsetOf(known);
    }

    @Test
    void everyLineOfTheReportHasItsText() throws IOException {
        Set<String> known = new HashSet<>();
        plugins.bundles(Locale.ENGLISH).forEach(bundle -> known.addAll(bundle.keySet()));

        assertThat(words(3)).hasSizeGreaterThan(40).isSubsetOf(known);
    }

    @Test
    void everyTestIsThere() throws IOException {
        Set<String> tests = new HashSet<>();
        for (String module : List.of("domain", "solver", "plugins", "api", "examples")) {
            try (var files = Files.walk(ROOT.resolve(module))) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> tests.add(name.substring(0, name.length() - ".java".length())));
            }
        }

        assertThat(words(4)).isNotEmpty().isSubsetOf(tests);
    }

    /** Nothing that is asked in a report about the guide's types is forgotten on the page. */
    @Test
    void everyAskOfTheGuidesTypesIsOnThePage() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/guide-coverage.md"));
        for (var plugin : plugins.all()) {
            if (!plugin.type().id().equals("camp")) {
                assertThat(plugin.texts(Locale.ENGLISH).keySet())
                        .filteredOn(key -> key.matches(plugin.type().id() + "\\.ask\\.[a-z0-9-]+"))
                        .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
            }
        }
    }
}
