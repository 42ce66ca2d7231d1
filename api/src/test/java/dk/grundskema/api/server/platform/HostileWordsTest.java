package dk.grundskema.api.server.platform;

import static dk.grundskema.api.server.platform.AttackedService.PLANS;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said, by callers and to them, comes out as words and as nothing else. */
final class HostileWordsTest {
    @RegisterExtension
    static final AttackedService service = new AttackedService();

    @TempDir
    private Path folder;

    @Test
    void namesComeBackAsTheTextThatTheyAre() {
        Client client = service.administrator();
        for (String name : List.of(
                "'; DROP TABLE plan; --", "<script>alert(1)</script>", "${7*7} #{7*7} {{7*7}}", "æøå\u0301 😀")) {
            Answer made = client.post(PLANS, Map.of("title", name, "problem", Services.example("camp-3-weeks")));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            assertThat(client.get(made.header("Location")).at("/title")).isEqualTo(name);
            assertThat(made.header("Content-Type")).startsWith("application/json");
            assertThat(made.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void whatCannotBeAnsweredInTheWayThatIsAcceptedIsRefused() {
        Answer answer = service.administrator().with("Accept", "image/png").get(PLANS);
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    /** Where the database has no such table any more, whatever is asked fails: before it is known who calls, and in an operation. */
    @Test
    void whatFailsInsideIsToldToNobody() {
        try (Server broken = Server.start(new PluginHouse(), Database.H2.fresh(folder.resolve("broken")))) {
            Client client = Services.administrator(broken);
            for (String table : List.of("plan", "credential")) {
                assertThat(client.get(PLANS).status()).isEqualTo(200);
                var database = broken.part(JdbcClient.class);
                database.sql("ALTER TABLE " + table + " RENAME TO elsewhere").update();
                Answer failed = client.get(PLANS);
                assertThat(failed.status()).isEqualTo(500);
                assertThat(failed.at("/code")).isEqualTo("rest.status-500");
                assertThat(failed.header("Content-Type")).startsWith("application/problem+json");
                assertThat(failed.body())
                        .doesNotContain("Exception", "SELECT", "jdbc", "at dk.", "at org.")
                        .doesNotContainIgnoringCase(table + " ");
                database.sql("ALTER TABLE elsewhere RENAME TO " + table).update();
            }
        }
    }

    @Test
    void refusalsAreInTheLanguageThatIsAskedFor() {
        Client danish = new Client(service.administrator().base(), List.of());
        assertThat(danish.get("/nothing").at("/title")).isEqualTo("Findes ikke");
        assertThat(Services.stranger(service.server()).get("/nothing").at("/title"))
                .isEqualTo("Not there");
    }
}
