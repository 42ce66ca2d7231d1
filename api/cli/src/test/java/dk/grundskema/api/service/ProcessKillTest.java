package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Nothing that was acknowledged is lost when the service is killed. A few kills by default; {@code -Dgrundskema.kills=50} for the long run of
 * {@code docs/reliability.md}, {@code -Dgrundskema.kills.seed} for other moments.
 */
@Tag("kills")
final class ProcessKillTest {
    private static final int FEW_EMBEDDED = 2;
    private static final int FEW = 1;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @DatabaseSource
    void acknowledgedChangesSurviveKills(TestDatabase database) throws Exception {
        int kills = Integer.getInteger("grundskema.kills", database == TestDatabase.H2 ? FEW_EMBEDDED : FEW);
        long seed = Long.getLong("grundskema.kills.seed", 6);

        KillScenario.Outcome outcome = new KillScenario(
                        database, folder, seed, kills, line -> System.out.println(database + ", " + line))
                .run();

        System.out.println(database + ": " + outcome);
        assertThat(outcome.wrong()).isEmpty();
    }
}
