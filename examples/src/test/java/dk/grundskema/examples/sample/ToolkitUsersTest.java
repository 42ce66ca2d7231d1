package dk.grundskema.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The toolkit keeps what at least two plugins use; what one plugin uses belongs in that plugin. */
class ToolkitUsersTest {
    private static final Path ROOT = Path.of("..");
    private static final Path TOOLKIT = ROOT.resolve("solver/spi/src/main/java/dk/grundskema/solver/spi/toolkit");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:(?:abstract|final|sealed) )*(?:class|record|enum|@?interface) (\\w+)");
    private static final Pattern TOOLKIT_IMPORT =
            Pattern.compile("(?m)^import (?:static )?dk\\.grundskema\\.solver\\.spi\\.toolkit\\.(\\w+)");
    private static final Pattern PUBLIC_SIGNATURE = Pattern.compile("(?m)^ +public [^{;=]+");

    /** Records in the parameters of one plugin. Schemas and the OpenAPI document publish them under these names, which follow the package. */
    private static final List<String> PUBLISHED_RECORDS = List.of("GroupSizes", "Participant", "SubjectShare");

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Returns the sources of the toolkit's public types by their names. */
    private static SortedMap<String, String> publicTypes() throws IOException {
        var types = new TreeMap<String, String>();
        for (Path file : javaFiles(TOOLKIT)) {
            String source = Files.readString(file);
            PUBLIC_TYPE.matcher(source).results().forEach(found -> types.put(found.group(1), source));
        }
        return types;
    }

    /** Returns the plugins whose main sources import a type, by the type's name. */
    private static SortedMap<String, SortedSet<String>> pluginsByType() throws IOException {
        var plugins = new ArrayList<>(List.of(ROOT.resolve("examples/sample-plugin")));
        try (Stream<Path> modules = Files.list(ROOT.resolve("plugins"))) {
            modules.filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                    .forEach(plugins::add);
        }
        assertThat(plugins).hasSizeGreaterThan(2);
        var users = new TreeMap<String, SortedSet<String>>();
        for (Path plugin : plugins) {
            for (Path file : javaFiles(plugin.resolve("src/main/java"))) {
                TOOLKIT_IMPORT
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> users.computeIfAbsent(found.group(1), any -> new TreeSet<>())
                                .add(plugin.getFileName().toString()));
            }
        }
        return users;
    }

    private static boolean isInPublicSignature(String type, String source) {
        return PUBLIC_SIGNATURE
                .matcher(source)
                .results()
                .anyMatch(found -> found.group().matches("(?s).*\\b" + type + "\\b.*"));
    }

    @Test
    void eachTypeHasTwoPluginsOrIsInThePublicSignatureOfATypeThatHas() throws IOException {
        SortedMap<String, String> types = publicTypes();
        SortedMap<String, SortedSet<String>> users = pluginsByType();
        List<String> shared = types.keySet().stream()
                .filter(type -> users.getOrDefault(type, new TreeSet<>()).size() > 1)
                .toList();

        assertThat(shared).isNotEmpty();
        assertThat(types.keySet().stream()
                        .filter(type -> !shared.contains(type) && !PUBLISHED_RECORDS.contains(type))
                        .filter(type -> shared.stream()
                                .noneMatch(user -> isInPublicSignature(type, types.getOrDefault(user, ""))))
                        .map(type -> type + " is used by " + users.getOrDefault(type, new TreeSet<>())))
                .as("Move each of these into the plugin that uses it.")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GroupSizes", "Participant", "SubjectShare"})
    void aRecordWithOnePluginIsPublishedUnderItsNameAndItsRowSaysSo(String type) throws IOException {
        assertThat(PUBLISHED_RECORDS).contains(type);
        assertThat(pluginsByType().getOrDefault(type, new TreeSet<>())).hasSize(1);
        assertThat(Files.readString(ROOT.resolve("docs/problem.schema.json"))).contains("\"" + type + "\": {");
        assertThat(Files.readString(ROOT.resolve("docs/contract/toolkit.md")))
                .containsPattern("\\| `" + type + "` \\|.* One plugin uses it; its name is in the schemas");
    }
}
