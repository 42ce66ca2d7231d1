package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every operation by which a password is set refuses one that is easy to guess. */
final class CommonPasswordsTest {
    private static final String COMMON = "password123";

    private final School school = School.in(Services.on(Database.H2));
    private final Client administrator = school.person(Role.ADMINISTRATOR).browser();

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
        Client browser = school.person(Role.READER).browser();
        assertRefused(browser.put("/api/v1/me/password", Map.of("current", School.PASSWORD, "password", COMMON)));
    }

    @Test
    void aCodeSetsNoCommonPassword() {
        Answer drawn = administrator.post(school.person(Role.READER).path() + "/password-code", Map.of());
        assertRefused(Services.stranger(school.server())
                .post("/api/v1/password", Map.of("code", drawn.at("/passwordCode"), "password", COMMON)));
    }
}
