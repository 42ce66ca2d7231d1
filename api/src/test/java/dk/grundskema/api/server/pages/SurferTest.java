package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.ManualTimeMeter;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SurferTest {
    @TempDir
    private Path folder;

    /** A helper that goes on without being signed in makes every later assertion about something else. */
    @Test
    void aSignInThatTheServiceRefusesFailsAtOnce() {
        var time = new ManualTimeMeter();
        var settings = Database.H2.fresh(folder).with(Setting.WORKERS, "0").with(Setting.LIMIT_SIGN_INS, "1");
        try (Server server = Server.start(new PluginHouse(), settings, time)) {
            School school = School.in(server);
            School.Person first = school.person(Role.READER);
            School.Person second = school.person(Role.READER);
            assertThat(Surfer.as(first).get("/").statusCode()).isEqualTo(200);

            assertThatThrownBy(() -> Surfer.as(second))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("429");

            time.advance(Duration.ofMinutes(1));
            assertThat(Surfer.as(second).get("/").statusCode()).isEqualTo(200);
        }
    }
}
