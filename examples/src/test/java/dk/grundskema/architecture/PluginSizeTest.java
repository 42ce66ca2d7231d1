package dk.grundskema.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract carries a plugin: what an intervention needs beyond it fits in 400 lines. */
class PluginSizeTest {
    private static final long MOST = 400;
    private static final List<String> SMALL =
            List.of("small-groups", "peer-learning", "intensive-course", "book-packages");

    @Test
    void pluginsWrittenOnTheToolkitTakeAtMost400LinesOfMainCode() throws IOException {
        var tooLong = tooLong(Path.of("..", "plugins"));

        assertThat(tooLong)
                .as(
                        "Plugins with more than %d lines of main code: %s. Move what others would write, too, to the toolkit.",
                        MOST, tooLong)
                .isEmpty();
    }

    private static SortedMap<String, Long> tooLong(Path plugins) throws IOException {
        var lines = new TreeMap<String, Long>();
        for (String plugin : SMALL) {
            lines.put(plugin, MainLines.below(plugins.resolve(plugin).resolve("src/main/java")));
        }
        lines.values().removeIf(count -> count <= MOST);
        return lines;
    }

    @Test
    void aPluginOf401LinesIsTooLongAndOneOf400IsNot(@TempDir Path plugins) throws IOException {
        write(plugins, "small-groups", "// comment\n" + "int a;\n".repeat(400));
        write(plugins, "peer-learning", "package a;\n" + "int a;\n".repeat(401));

        assertThat(tooLong(plugins)).containsOnlyKeys("peer-learning").containsValue(401L);
    }

    private static void write(Path plugins, String plugin, String text) throws IOException {
        Path folder = Files.createDirectories(plugins.resolve(plugin).resolve("src/main/java/x"));
        Files.writeString(folder.resolve("A.java"), text);
    }

    @Test
    void blankLinesCommentsImportsAndPackagesDoNotCount() {
        assertThat(MainLines.of(List.of(
                        "package a;",
                        "",
                        "import b.C;",
                        "import static b.C.d;",
                        "/** One line. */",
                        "/**",
                        " * Several; import nothing.",
                        "   ",
                        "int x = 1;",
                        " */",
                        "@Deprecated",
                        "class E { // says why",
                        "    // only a comment",
                        "    String important = \"/*\";",
                        "}")))
                .isEqualTo(4);
    }

    @Test
    void theLinesOfEachPluginThatIsThereAreCounted() throws IOException {
        for (String plugin : SMALL) {
            Path folder = Path.of("..", "plugins", plugin);
            if (Files.exists(folder.resolve("pom.xml"))) {
                assertThat(MainLines.below(folder.resolve("src/main/java")))
                        .as(plugin)
                        .isPositive();
            }
        }
        assertThat(MainLines.below(Path.of("..", "plugins", "camp", "src/main/java")))
                .isGreaterThan(2_000);
    }
}
