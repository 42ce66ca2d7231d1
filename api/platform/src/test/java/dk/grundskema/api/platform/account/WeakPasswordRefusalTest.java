package dk.grundskema.api.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every operation that sets a password refuses one that is easy to guess. */
final class WeakPasswordRefusalTest {
    private static final String COMMON = "password123";

    private final TestSchool school = TestSchool.create(TestPlatform.on(TestDatabase.H2));
    private final ServiceClient administrator =
            school.addPerson(Role.ADMINISTRATOR).browser();

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.at("/findings/0/code")).isEqualTo("password.common");
        assertThat(answer.at("/findings/0/pointer")).isEqualTo("/password");
    }

    private Answer make(String name, String password) {
        return administrator.post(
                school.path() + "/accounts",
                Map.of("name", name, "signInName", "rosenkvist", "password", password, "roles", List.of()));
    }

    @Test
    void anAccountGetsNoCommonFirstPassword() {
        assertRefused(make("En Person", COMMON));
    }

    @Test
    void thePersonsOwnNamesAreRefused() {
        assertRefused(make("Ditte Overgaard", "Overgaard1987"));
        assertRefused(make("En Person", "Rosenkvist2026"));
    }

    @Test
    void aCommonPasswordReplacesNone() {
        ServiceClient browser = school.addPerson(Role.READER).browser();
        assertRefused(browser.put("/api/v1/me/password", Map.of("current", TestSchool.PASSWORD, "password", COMMON)));
    }

    @Test
    void aCodeSetsNoCommonPassword() {
        Answer drawn = administrator.post(school.addPerson(Role.READER).path() + "/password-code", Map.of());
        assertRefused(ServiceClient.anonymous(school.server())
                .post("/api/v1/password", Map.of("code", drawn.at("/passwordCode"), "password", COMMON)));
    }
}
