package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.DocumentationCommands;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on the documentation page of the REST interface have the documented results. */
@Tag("http")
final class RestDocumentationTest {
    private static final Path PAGE = Path.of("../../docs/api.md");

    private static void needsTools() {
        List<String> path =
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(":"));
        for (String tool : List.of("bash", "curl", "jq")) {
            assumeTrue(
                    path.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
                    "Skipped: %s is not installed.".formatted(tool));
        }
    }

    @Test
    void everyCommandOfThePageDoesItsWork(@TempDir Path folder) throws IOException {
        needsTools();
        Files.createSymbolicLink(
                folder.resolve("examples"), Path.of("../../examples").toRealPath());
        // jq reads definitions from its user's folder: its present time is that of the service.
        Files.writeString(
                folder.resolve(".jq"),
                "def now: %d;\n".formatted(TestClock.now().getEpochSecond()));
        var page = new DocumentationCommands(PAGE);
        try (Server server = TestServices.start(TestDatabase.H2, folder.resolve("data"))) {
            var ran = page.run(
                    folder,
                    Map.of(
                            "HOME",
                            folder.toString(),
                            "URL",
                            "http://localhost:" + server.port(),
                            "NAME",
                            "admin",
                            "PASSWORD",
                            TestDatabase.PASSWORD));
            assertThat(ran.code()).as(ran.output()).isZero();
            assertThat(ran.blocks()).isEqualTo(page.blocks()).isGreaterThan(30);
        }
    }

    @Test
    void aPageWhoseCommandFailsIsNotedAtItsLine(@TempDir Path folder) throws IOException {
        needsTools();
        Path page = Files.writeString(
                folder.resolve("page.md"),
                "Text\n```sh\ntrue\n```\n```json\nno command\n```\n```sh\nfalse\n```\n```sh\necho never\n```\n");
        var ran = new DocumentationCommands(page).run(folder, Map.of());
        assertThat(ran.code()).isNotZero();
        assertThat(ran.output()).isEqualTo("@line 3\n@line 9\n");
    }
}
