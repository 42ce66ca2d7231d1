package dk.grundskema.api.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.service.testing.CommandProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a new user starts it. */
@Tag("kills")
final class DemoStoryTest {
    private static final Pattern SIGN_IN =
            Pattern.compile("(http://localhost:\\d+)(?s:.*?)admin with the password (\\w+)");

    @TempDir
    private Path folder;

    private CommandProcess demo() {
        return CommandProcess.run(
                folder,
                Map.of("GRUNDSKEMA_DATABASE_URL", "jdbc:postgresql://nowhere.invalid/real"),
                "demo",
                "--port",
                "0",
                "--lang",
                "en");
    }

    private static Matcher said(CommandProcess demo) {
        return Polling.until(() -> SIGN_IN.matcher(demo.outputSoFar()), said -> {
            assertThat(demo.process().isAlive()).as(demo.outputSoFar()).isTrue();
            return said.find();
        });
    }

    private static String plans(Matcher said) {
        var surfer = new PageClient(said.group(1));
        surfer.signIn("admin", said.group(2));
        return surfer.get("/").body();
    }

    /** The demo ignores the settings of a real service and keeps its data for a second start. */
    @Test
    void demoShowsItsExamplesAndStartsAgainWithTheSamePassword() throws IOException {
        String password;
        try (CommandProcess demo = demo()) {
            Matcher said = said(demo);
            password = said.group(2);
            assertThat(plans(said)).contains("Efterårscamp 2026", "Tolærerordning");
        }
        Path kept = folder.resolve("grundskema-demo/sign-in.txt");
        assertThat(kept).hasContent(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        try (CommandProcess demo = demo()) {
            Matcher said = said(demo);
            assertThat(said.group(2)).isEqualTo(password);
            assertThat(plans(said).split("href=\"/plans/", -1))
                    .as("three examples, no more")
                    .hasSize(4);
        }
    }
}
