package dk.grundskema.api.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageClientTest {
    @TempDir
    private Path folder;

    /** If the helper continued without a sign-in, all later assertions would test other pages. */
    @Test
    @Tag("http")
    void aSignInThatTheServiceRefusesFailsAtOnce() {
        var time = new ManualTimeMeter();
        var settings = TestDatabase.H2
                .fresh(folder)
                .with(ServiceSettingKey.WORKERS, "0")
                .with(ServiceSettingKey.LIMIT_SIGN_INS, "1");
        try (Server server = Server.start(TestPlatform.APPLICATION, settings, time)) {
            TestSchool school = TestSchool.create(server);
            TestSchool.Person first = school.addPerson(Role.READER);
            TestSchool.Person second = school.addPerson(Role.READER);
            assertThat(PageClient.signedInAs(first).get("/api/v1/me").statusCode())
                    .isEqualTo(200);

            assertThatThrownBy(() -> PageClient.signedInAs(second))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("429");

            time.advance(Duration.ofMinutes(1));
            assertThat(PageClient.signedInAs(second).get("/api/v1/me").statusCode())
                    .isEqualTo(200);
        }
    }
}
