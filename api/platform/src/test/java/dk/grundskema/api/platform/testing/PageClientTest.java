package dk.grundskema.api.platform.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import org.junit.jupiter.api.Test;

final class PageClientTest {
    /** If the helper continued without a sign-in, all later assertions would test other pages. */
    @Test
    void aSignInThatTheServiceRefusesFailsAtOnce() {
        Server server = TestPlatform.on(TestDatabase.H2);
        String name = TestSchool.create(server).addPerson(Role.READER).signInName();

        assertThatThrownBy(() -> new PageClient(server).signIn(name, "not the password"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(name);
    }
}
