package dk.grundskema.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The blocks of the tutorial are the files of the plugin that it grows, and the reference names what exists. */
class PluginGuideTest {
    private static final Path PAGE = Path.of("..", "docs", "write-a-plugin.md");
    private static final Path REFERENCE = Path.of("..", "docs", "contract", "reference.md");
    private static final Pattern FILE = Pattern.compile("(?s)\n`([\\w./-]+)`\n```[a-z]*\n(.*?)```\n");

    private static final Pattern PART = Pattern.compile("(?s)\n```java\n(.*?)```\n");

    /** A file that grows is there several times; the last one counts. */
    @Test
    void tutorialHasEachFileOfItsPluginInFull() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : SamplePluginBuild.files(SamplePluginBuild.READING_HOUR, "")) {
            files.put(
                    file.toString().replace('\\', '/'), Files.readString(SamplePluginBuild.READING_HOUR.resolve(file)));
        }
        Map<String, String> copied = new TreeMap<>();
        FILE.matcher(Files.readString(PAGE)).results().forEach(block -> copied.put(block.group(1), block.group(2)));

        assertThat(copied.keySet()).isEqualTo(files.keySet());
        assertThat(copied).allSatisfy((name, text) -> assertThat(text).as(name).isEqualTo(files.get(name)));
    }

    @Test
    void groupExamplesOfTheReferenceAreFromATestedPlugin() throws IOException {
        String held = stripped(Files.readString(Path.of(
                "..",
                "solver/testkit/contract/src/test/java/dk/grundskema/solver/testkit/VisitsPluginContractTest.java")));
        String page = Files.readString(REFERENCE);
        String groups = page.substring(page.indexOf("## 14 "), page.indexOf("## 15 "));
        var parts = PART.matcher(groups).results().map(part -> part.group(1)).toList();

        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts).allSatisfy(part -> assertThat(held).contains(stripped(part)));
    }

    @Test
    void eachLinkOfTheReferenceLeadsToAFile() throws IOException {
        var links = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)")
                .matcher(Files.readString(REFERENCE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(links)
                .hasSizeGreaterThan(20)
                .allSatisfy(link -> assertThat(REFERENCE.resolveSibling(link)).exists());
    }

    /** Lines without their indentation. */
    private static String stripped(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    @Test
    void everyNamedTestIsInTheContractTest() throws IOException {
        String contract = Files.readString(Path.of(
                "..", "solver/testkit/contract/src/main/java/dk/grundskema/solver/testkit/PluginContractTest.java"));
        var named = Pattern.compile("\\| test `(\\w+)`")
                .matcher(Files.readString(REFERENCE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(3).allMatch(test -> contract.contains("void " + test + "("));
    }
}
