package dk.grundskema.api.platform.traffic;

import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.ACCOUNTS;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts from callers and to them are treated as text and as nothing else. */
final class HostileTextsTest {
    @RegisterExtension
    static final AttackedServiceExtension service = new AttackedServiceExtension();

    @Test
    void namesComeBackAsTheTextThatTheyAre() {
        ServiceClient client = service.administrator();
        for (String name : List.of(
                "'; DROP TABLE plan; --", "<script>alert(1)</script>", "${7*7} #{7*7} {{7*7}}", "æøå\u0301 😀")) {
            Answer made = client.post("/api/v1/organisations/home/organisations", Map.of("name", name));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            assertThat(client.get("/api/v1/organisations/" + made.at("/id")).at("/name"))
                    .isEqualTo(name);
            assertThat(made.header("Content-Type")).startsWith("application/json");
            assertThat(made.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void unsupportedAcceptHeaderIsRefused() {
        Answer answer =
                service.administrator().withHeader("Accept", "image/png").get(ACCOUNTS);
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    /** Without a table every request fails: before the caller is identified, and within an operation. */
    @ParameterizedTest
    @ValueSource(strings = {"account", "credential"})
    void internalErrorRevealsNoDetails(String table) {
        ServiceClient client = service.administrator();
        assertThat(client.get(ACCOUNTS).status()).isEqualTo(200);
        var database = service.server().bean(JdbcClient.class);
        database.sql("ALTER TABLE " + table + " RENAME TO elsewhere").update();
        try {
            Answer failed = client.get(ACCOUNTS);
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.at("/code")).isEqualTo("rest.status-500");
            assertThat(failed.header("Content-Type")).startsWith("application/problem+json");
            assertThat(failed.body())
                    .doesNotContain("Exception", "SELECT", "jdbc", "at dk.", "at org.")
                    .doesNotContainIgnoringCase(table + " ");
        } finally {
            database.sql("ALTER TABLE elsewhere RENAME TO " + table).update();
        }
    }

    @Test
    void refusalsAreInTheLanguageThatIsAskedFor() {
        ServiceClient danish = new ServiceClient(service.administrator().base(), List.of());
        assertThat(danish.get("/nothing").at("/title")).isEqualTo("Findes ikke");
        assertThat(ServiceClient.anonymous(service.server()).get("/nothing").at("/title"))
                .isEqualTo("Not there");
    }
}
