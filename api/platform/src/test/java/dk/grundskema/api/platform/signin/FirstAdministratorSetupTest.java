package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.platform.testing.TestSchool.Person;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

final class FirstAdministratorSetupTest {
    private static Map<String, Object> requestBody(String code) {
        var asked = new HashMap<String, Object>();
        asked.put("code", code);
        asked.put("name", "Første Administrator");
        asked.put("signInName", "forste@skole.example");
        asked.put("password", TestSchool.PASSWORD);
        asked.put("organisationName", "Skolen");
        return asked;
    }

    @Test
    void aCodeIsOfNoUseWhereSomebodyCanSignInAlready() {
        var server = TestPlatform.on(TestDatabase.H2);
        String code = server.bean(FirstAdministratorSetup.class).issueCode();
        Answer answer = ServiceClient.anonymous(server).post("/api/v1/first-administrator", requestBody(code));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("first-administrator.code-unknown");
    }

    @Test
    void consoleCodeCreatesTheFirstAdministratorOnce(@TempDir Path folder) {
        var settings = TestDatabase.H2.fresh(folder);
        try (var server = TestPlatform.start(TestDatabase.H2, folder)) {
            deleteAccounts(server.bean(JdbcClient.class));
            ServiceClient stranger = ServiceClient.anonymous(server);
            String code = server.bean(FirstAdministratorSetup.class).issueCode();
            assertThat(stranger.post("/api/v1/first-administrator", requestBody("wrong"))
                            .status())
                    .isEqualTo(403);
            var tooShort = requestBody(code);
            tooShort.put("password", "kort");
            assertThat(stranger.post("/api/v1/first-administrator", tooShort).status())
                    .isEqualTo(422);
            var common = requestBody(code);
            common.put("password", "password123");
            assertThat(stranger.post("/api/v1/first-administrator", common).status())
                    .isEqualTo(422);
            Answer made = stranger.post("/api/v1/first-administrator", requestBody(code));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            assertThat(made.at("/organisations/0/name")).isEqualTo("Skolen");
            assertThat(made.at("/organisations/0/roles")).isEqualTo(List.of("ADMINISTRATOR"));
            assertThat(stranger.withHeader("Cookie", TestSchool.cookies(made))
                            .get("/api/v1/me")
                            .status())
                    .isEqualTo(200);
            assertThat(stranger.post("/api/v1/first-administrator", requestBody(code))
                            .status())
                    .isEqualTo(403);
            assertThat(settings.toString()).doesNotContain(TestDatabase.PASSWORD, TestDatabase.TOKEN);
        }
    }

    /** Deletes all accounts, as if the environment had defined no administrator. */
    private static void deleteAccounts(JdbcClient database) {
        for (String table : List.of("credential", "role_grant", "account", "organisation")) {
            database.sql("DELETE FROM " + table).update();
        }
    }

    @Test
    void theEnvironmentsPasswordSignsIn() {
        Answer answer = ServiceClient.anonymous(TestPlatform.on(TestDatabase.H2))
                .post("/api/v1/sign-in", Map.of("signInName", "admin", "password", TestDatabase.PASSWORD));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new Person(new TestSchool(TestPlatform.on(TestDatabase.H2), "home"), "", "admin")
                        .browser(answer)
                        .get("/api/v1/me")
                        .at("/signInName"))
                .isEqualTo("admin");
    }
}
