package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.spi.RuleType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules, report lines and tests named on the page about coverage of the guide exist. */
class GuideCoverageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final Pattern CODE = Pattern.compile(
            "(core|camp|co-teaching|peer-learning|small-groups|intensive-course|book-packages|workshop-band)\\.[a-z0-9.-]+");

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
        return words(rows().stream().map(row -> row.get(column)).collect(Collectors.joining()));
    }

    private static Set<String> words(String cell) {
        return WORD.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRowHasFiveCellsAndATest() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(45).allSatisfy(row -> {
            assertThat(row).hasSize(5);
            assertThat(row.getFirst()).isNotBlank();
            assertThat(row.getLast()).startsWith("`");
        });
    }

    @Test
    void everyNamedRuleExists() throws IOException {
        Set<String> known = new HashSet<>();
        CoreRules.types().forEach(type -> known.add(type.id()));
        plugins.all()
                .forEach(plugin -> plugin.ruleTypes().stream().map(RuleType::id).forEach(known::add));

        assertThat(words(2)).filteredOn(word -> CODE.matcher(word).matches()).hasSizeGreaterThan(30);
        assertThat(words(2)).filteredOn(word -> CODE.matcher(word).matches()).isSubsetOf(known);
    }

    @Test
    void everyNamedReportLineHasAText() throws IOException {
        Set<String> known = new HashSet<>();
        plugins.bundles(Locale.ENGLISH).forEach(bundle -> known.addAll(bundle.keySet()));

        assertThat(words(3)).hasSizeGreaterThan(40).isSubsetOf(known);
    }

    /** The source of each test by its name. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (String module : List.of("domain", "solver", "plugins", "api", "examples")) {
            try (var files = Files.walk(ROOT.resolve(module))) {
                for (Path file : files.toList()) {
                    String name = String.valueOf(file.getFileName());
                    if (name.endsWith("Test.java")) {
                        tests.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                    }
                }
            }
        }
        return tests;
    }

    @Test
    void everyNamedTestExists() throws IOException {
        assertThat(words(4)).isNotEmpty().isSubsetOf(tests().keySet());
    }

    /** By its id, or in quotes by the end of the id. */
    @Test
    void everyRuleAndReportLineOccursInATestOfItsRow() throws IOException {
        Map<String, String> tests = tests();
        for (List<String> row : rows()) {
            String named = words(row.get(4)).stream()
                    .map(test -> tests.getOrDefault(test, ""))
                    .collect(Collectors.joining());
            for (String code : words(row.get(2) + row.get(3))) {
                if (CODE.matcher(code).matches()) {
                    String end = code.substring(code.indexOf('.') + 1);
                    assertThat(named.contains(code)
                                    || named.contains('"' + end + '"')
                                    || named.contains('"' + end.replaceFirst("ask\\.", "") + '"'))
                            .as("%s in %s", code, row.get(4))
                            .isTrue();
                }
            }
        }
    }

    /** The page lists every ask of the guide's intervention types. */
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
