package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.Waiting;
import dk.grundskema.api.server.identity.School.Person;
import dk.grundskema.api.server.start.Server;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session ends when nobody uses it any more, whatever is still open. */
final class IdleSessionsTest {
    private static final Duration WHILE = Duration.ofMinutes(90);
    private static final String PAGES = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);
    private final Person person = school.person(Role.PLANNER);
    private final Client browser = person.browser().unheld();

    /** Lets time pass: nothing was used for so long as it now seems. */
    private void later(Duration by) {
        Instant then = Instant.now().minus(by);
        server.part(JdbcClient.class)
                .sql("UPDATE credential SET last_used = :then WHERE account = :account AND kind = 'SESSION'")
                .param("then", Timestamp.from(then))
                .param("account", person.id())
                .update();
    }

    private Instant lastUsed() {
        return server.part(JdbcClient.class)
                .sql("SELECT last_used FROM credential WHERE account = :account AND kind = 'SESSION'")
                .param("account", person.id())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private boolean isUse(String path, String accept) {
        later(WHILE);
        int status = browser.with("Accept", accept).get(path).status();
        assertThat(status).as(path).isIn(200, 204);
        return lastUsed().isAfter(Instant.now().minus(Duration.ofMinutes(1)));
    }

    @Test
    void whatOpenPagesAskForByThemselvesKeepsNobodySignedIn() {
        Client administrator = Services.administrator(server);
        String plan = NewPlan.of(administrator, school.path());
        String pages = "/plans/" + NewPlan.id(plan).value();
        String solve = administrator.post(plan + "/solves", Map.of("steps", 1)).header("Location");
        Waiting.until(() -> administrator.get(solve), Waiting::hasEnded);
        assertThat(isUse(pages + "/news?version=0", "text/html")).isFalse();
        assertThat(isUse(pages + "/news?version=0", "*/*")).isFalse();
        assertThat(isUse(solve + "/events", "text/event-stream")).isFalse();
        assertThat(isUse(pages + "/history", "text/html"))
                .as("exchanged, for others changed it")
                .isFalse();
        assertThat(isUse(pages + "/history", PAGES)).isTrue();
        assertThat(isUse("/api/v1/me", "application/json"))
                .as("asked before a form is sent")
                .isTrue();
    }

    @Test
    void aPageThatAsksForNewsEndsWithItsSession() {
        String plan = NewPlan.of(Services.administrator(server), school.path());
        String news = "/plans/" + NewPlan.id(plan).value() + "/news?version=0";
        later(Credentials.IDLE.minusMinutes(1));
        assertThat(browser.get(news).status()).isEqualTo(200);
        assertThat(lastUsed()).isBefore(Instant.now().minus(WHILE));
        later(Credentials.IDLE);
        assertThat(browser.with("Accept", "*/*").get(news).status()).isEqualTo(401);
    }
}
