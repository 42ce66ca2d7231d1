package dk.grundskema.api.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.Credential;
import dk.grundskema.api.platform.access.Credential.Kind;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletion of expired audit entries and credentials. The clock runs years ahead, so each test has its own service. */
final class AuditRetentionTest {
    private static final Instant NOON = Instant.parse("2026-09-20T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    @TempDir
    private Path folder;

    private static AuditRetention retention(Server server, AtomicReference<Instant> now) {
        return new AuditRetention(
                server.bean(JdbcClient.class),
                now::get,
                server.bean(OrganisationRepository.class),
                server.bean(TransactionTemplate.class));
    }

    private static List<String> actions(Server server, OrganisationId organisation) {
        return server.bean(AuditLog.class).findByOrganisation(organisation, "", Long.MAX_VALUE, 100).stream()
                .map(AuditLog.Entry::action)
                .toList();
    }

    @ParameterizedTest
    @DatabaseSource
    void theAuditGoesAfterFiveYearsOrAsAnOrganisationSaysButNotWithinAYearAndCountsStay(TestDatabase database) {
        try (Server server = TestServices.start(database, folder)) {
            ServiceClient client = ServiceClient.administrator(server);
            var home = new OrganisationId("home");
            var school = new OrganisationId(
                    String.valueOf(client.post("/api/v1/organisations/home/organisations", Map.of("name", "Skole"))
                            .at("/id")));
            var audit = new AuditLog(server.bean(JdbcClient.class), server.bean(JdbcTemplate.class), now::get);
            var somebody = new AccountId("somebody");
            for (OrganisationId one : List.of(home, school)) {
                now.set(NOON);
                audit.recordSeen(somebody, one, new AccountId("plan"), "getProblem");
                audit.recordSeen(somebody, one, new AccountId("plan"), "getProblem");
                now.set(NOON.plus(DAY));
                audit.recordChange(somebody, one, new AccountId("plan"), "audit.plan-made");
            }
            client.withHeader("If-Match", "\"1\"")
                    .put("/api/v1/organisations/" + school, Map.of("name", "Skole", "retentionDays", 10));
            AuditRetention retention = retention(server, now);
            now.set(NOON.plus(AuditRetention.MIN_AUDIT_RETENTION));
            retention.deleteExpired();
            assertThat(actions(server, school)).hasSize(3);
            now.set(NOON.plus(AuditRetention.MIN_AUDIT_RETENTION).plusMillis(1));
            retention.deleteExpired();
            assertThat(actions(server, school))
                    .as("as soon as possible: plans are anonymised after ten days")
                    .containsExactly("audit.plan-made");
            client.withHeader("If-Match", "\"2\"")
                    .put("/api/v1/organisations/" + school, Map.of("name", "Skole", "retentionDays", 400));
            now.set(NOON.plus(Duration.ofDays(401)));
            retention.deleteExpired();
            assertThat(actions(server, school)).hasSize(1);
            now.set(NOON.plus(Duration.ofDays(401)).plusMillis(1));
            retention.deleteExpired();
            assertThat(actions(server, school)).isEmpty();
            assertThat(actions(server, home))
                    .as("of which nobody says how long")
                    .hasSize(3);
            now.set(NOON.plus(AuditRetention.DEFAULT_AUDIT_RETENTION).plusMillis(1));
            retention.deleteExpired();
            assertThat(actions(server, home)).containsExactly("audit.plan-made");
            retention.deleteExpired();
            assertThat(server.bean(JdbcClient.class)
                            .sql(
                                    "SELECT month_of, kind, action, entries FROM audit_count WHERE organisation = :school ORDER BY kind")
                            .param("school", school.value())
                            .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)
                                    + " " + row.getLong(4))
                            .list())
                    .containsExactly("2026-09 CHANGED audit.plan-made 1", "2026-09 SEEN getProblem 2");
            assertThat(server.bean(AuditLog.class).countDeletedEntries(school)).isEqualTo(3);
            assertThat(server.bean(AuditLog.class).countDeletedEntries(home)).isEqualTo(2);
        }
    }

    private String credential(Server server, String account, Kind kind, Duration lasts) {
        String id = server.bean(IdGenerator.class).newId();
        new CredentialRepository(server.bean(JdbcClient.class), now::get)
                .add(
                        new Credential(
                                id,
                                new AccountId(account),
                                kind,
                                "",
                                EnumSet.of(Permission.READ),
                                null,
                                now.get(),
                                now.get().plus(lasts),
                                null),
                        server.bean(IdGenerator.class).newSecret());
        return id;
    }

    @ParameterizedTest
    @DatabaseSource
    void tokensAndSessionsGoAMonthAfterTheirEnd(TestDatabase database) {
        try (Server server = TestServices.start(database, folder)) {
            String account = String.valueOf(
                    ServiceClient.administrator(server).get("/api/v1/me").at("/account"));
            String token = credential(server, account, Kind.TOKEN, Duration.ofDays(300));
            String lasting = credential(server, account, Kind.TOKEN, Duration.ofDays(300));
            String idle = credential(server, account, Kind.SESSION, Duration.ofDays(300));
            String code = credential(server, account, Kind.PASSWORD_CODE, DAY);
            var all = new CredentialRepository(server.bean(JdbcClient.class), now::get);
            now.set(NOON.plus(DAY));
            all.revoke(token);
            AuditRetention retention = retention(server, now);
            List<String> made = List.of(token, lasting, idle, code);
            now.set(NOON.plus(CredentialRepository.MAX_IDLE_TIME)
                    .plus(AuditRetention.CREDENTIAL_RETENTION)
                    .minusSeconds(1));
            retention.deleteExpired();
            assertThat(kept(server, made)).containsExactlyInAnyOrder(token, lasting, idle, code);
            now.set(now.get().plusSeconds(1));
            retention.deleteExpired();
            assertThat(kept(server, made))
                    .as("but the session that nobody used")
                    .containsExactlyInAnyOrder(token, lasting, code);
            now.set(NOON.plus(DAY).plus(AuditRetention.CREDENTIAL_RETENTION));
            retention.deleteExpired();
            assertThat(kept(server, made)).containsExactly(lasting);
            now.set(NOON.plus(Duration.ofDays(300))
                    .plus(AuditRetention.CREDENTIAL_RETENTION)
                    .minusSeconds(1));
            retention.deleteExpired();
            assertThat(kept(server, made)).containsExactly(lasting);
            now.set(now.get().plusSeconds(1));
            retention.deleteExpired();
            assertThat(kept(server, made)).isEmpty();
        }
    }

    private static List<String> kept(Server server, List<String> of) {
        return server.bean(JdbcClient.class)
                .sql("SELECT id FROM credential WHERE id IN (:of)")
                .param("of", of)
                .query(String.class)
                .list();
    }
}
