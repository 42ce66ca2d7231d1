package dk.grundskema.examples.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The archetype has each file of the tutorial's plugin, with places for the names of the new project. */
class ArchetypeFilesTest {
    private static final String PACKAGE = "org/example/reading/";

    private static SortedMap<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("target/")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }

    @Test
    void withTheNamesOfTheTutorialTheArchetypeIsItsPlugin() throws IOException, URISyntaxException {
        URL resources = getClass().getResource("/archetype-resources");
        assertThat(resources).isNotNull();
        var made = new TreeMap<String, String>();
        files(Path.of(resources.toURI()))
                .forEach((name, text) -> made.put(
                        name,
                        text.replace("${package}", "org.example.reading")
                                .replace("${groupId}", "org.example")
                                .replace("${artifactId}", "reading-hour")
                                .replace("${version}", "1.0")));
        var expected = new TreeMap<String, String>();
        files(Path.of("..", "reading-hour")).forEach((name, text) -> expected.put(name.replace(PACKAGE, ""), text));

        assertThat(made).isEqualTo(expected);
    }

    @Test
    void namesOfTheNewProjectAreNotThoseOfTheTutorial() throws IOException, URISyntaxException {
        URL resources = getClass().getResource("/archetype-resources");
        assertThat(resources).isNotNull();

        assertThat(files(Path.of(resources.toURI())).values())
                .noneMatch(text -> text.contains("org.example"))
                .anyMatch(text -> text.contains("<version>${version}</version>"))
                .anyMatch(text -> text.startsWith("package ${package};"));
    }
}
