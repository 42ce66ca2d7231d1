package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.School.Person;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

final class FirstAdministratorTest {
    private static Map<String, Object> asked(String code) {
        var asked = new HashMap<String, Object>();
        asked.put("code", code);
        asked.put("name", "Første Administrator");
        asked.put("signInName", "forste@skole.example");
        asked.put("password", School.PASSWORD);
        asked.put("organisationName", "Skolen");
        return asked;
    }

    @ParameterizedTest
    @DatabaseSource
    void aCodeIsOfNoUseWhereSomebodyCanSignInAlready(Database database) {
        var server = Services.on(database);
        String code = server.part(FirstAdministrator.class).freshCode();
        Answer answer = Services.stranger(server).post("/api/v1/first-administrator", asked(code));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("first-administrator.code-unknown");
    }

    @ParameterizedTest
    @DatabaseSource
    void whoeverSeesTheConsoleBecomesTheFirstAdministratorOnce(Database database, @TempDir Path folder) {
        var settings = database.fresh(folder);
        try (var server = Services.start(database, folder)) {
            empty(server.part(JdbcClient.class));
            Client stranger = Services.stranger(server);
            String code = server.part(FirstAdministrator.class).freshCode();
            assertThat(stranger.post("/api/v1/first-administrator", asked("wrong"))
                            .status())
                    .isEqualTo(403);
            var tooShort = asked(code);
            tooShort.put("password", "kort");
            assertThat(stranger.post("/api/v1/first-administrator", tooShort).status())
                    .isEqualTo(422);
            var common = asked(code);
            common.put("password", "password123");
            assertThat(stranger.post("/api/v1/first-administrator", common).status())
                    .isEqualTo(422);
            Answer made = stranger.post("/api/v1/first-administrator", asked(code));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            assertThat(made.at("/organisations/0/name")).isEqualTo("Skolen");
            assertThat(made.at("/organisations/0/roles")).isEqualTo(List.of("ADMINISTRATOR"));
            assertThat(stranger.with("Cookie", School.cookies(made))
                            .get("/api/v1/me")
                            .status())
                    .isEqualTo(200);
            assertThat(stranger.post("/api/v1/first-administrator", asked(code)).status())
                    .isEqualTo(403);
            assertThat(settings.toString()).doesNotContain(Database.PASSWORD, Database.TOKEN);
        }
    }

    /** As if nobody had been let in by the environment. */
    private static void empty(JdbcClient database) {
        for (String table : List.of("credential", "role_grant", "account", "organisation")) {
            database.sql("DELETE FROM " + table).update();
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void theEnvironmentsPasswordSignsIn(Database database) {
        Answer answer = Services.stranger(Services.on(database))
                .post("/api/v1/sign-in", Map.of("signInName", "admin", "password", Database.PASSWORD));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new Person(new School(Services.on(database), "home"), "", "admin")
                        .browser(answer)
                        .get("/api/v1/me")
                        .at("/signInName"))
                .isEqualTo("admin");
    }
}
