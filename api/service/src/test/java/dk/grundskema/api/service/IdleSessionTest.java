package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.platform.testing.TestSchool.Person;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session without user activity ends, even if pages are open. */
final class IdleSessionTest {
    private static final Duration WHILE = Duration.ofMinutes(90);
    private static final String PAGES = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final Person person = school.addPerson(Role.PLANNER);
    private final ServiceClient browser = person.browser().withoutContractCheck();

    /** Moves the last uses into the past, as if time had passed. */
    private void advanceClock(Duration by) {
        Instant then = TestClock.now().minus(by);
        server.bean(JdbcClient.class)
                .sql("UPDATE credential SET last_used = :then WHERE account = :account AND kind = 'SESSION'")
                .param("then", Timestamp.from(then))
                .param("account", person.id())
                .update();
    }

    private Instant lastUsed() {
        return server.bean(JdbcClient.class)
                .sql("SELECT last_used FROM credential WHERE account = :account AND kind = 'SESSION'")
                .param("account", person.id())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private boolean countsAsUse(String path, String accept) {
        advanceClock(WHILE);
        int status = browser.withHeader("Accept", accept).get(path).status();
        assertThat(status).as(path).isIn(200, 204);
        return lastUsed().isAfter(TestClock.now().minus(Duration.ofMinutes(1)));
    }

    @Test
    void backgroundRequestsOfOpenPagesDoNotCountAsUse() {
        ServiceClient administrator = ServiceClient.administrator(server);
        String plan = TestPlans.createCampPlan(administrator, school.path());
        String pages = "/plans/" + TestPlans.planIdOf(plan).value();
        String solve = administrator.post(plan + "/solves", Map.of("steps", 1)).header("Location");
        Polling.until(() -> administrator.get(solve), Polling::hasEnded);
        assertThat(countsAsUse(pages + "/news?version=0", "text/html")).isFalse();
        assertThat(countsAsUse(pages + "/news?version=0", "*/*")).isFalse();
        assertThat(countsAsUse(solve + "/events", "text/event-stream")).isFalse();
        assertThat(countsAsUse(pages + "/history", "text/html"))
                .as("exchanged, for others changed it")
                .isFalse();
        assertThat(countsAsUse(pages + "/history", PAGES)).isTrue();
        assertThat(countsAsUse("/api/v1/me", "application/json"))
                .as("asked before a form is sent")
                .isTrue();
    }

    @Test
    void aPageThatAsksForNewsEndsWithItsSession() {
        String plan = TestPlans.createCampPlan(ServiceClient.administrator(server), school.path());
        String news = "/plans/" + TestPlans.planIdOf(plan).value() + "/news?version=0";
        advanceClock(CredentialRepository.MAX_IDLE_TIME.minusMinutes(1));
        assertThat(browser.get(news).status()).isEqualTo(200);
        assertThat(lastUsed()).isBefore(TestClock.now().minus(WHILE));
        advanceClock(CredentialRepository.MAX_IDLE_TIME);
        assertThat(browser.withHeader("Accept", "*/*").get(news).status()).isEqualTo(401);
    }
}
