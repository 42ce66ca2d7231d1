package dk.grundskema.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Revisions are ordered by creation, regardless of clock errors. */
final class RevisionOrderTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    @ParameterizedTest
    @DatabaseSource
    void revisionsStayInOrderWhenTheClockJumpsADayAheadAndBack(TestDatabase database) {
        Server server = TestServices.on(database);
        var revisionsOfPlans =
                new RevisionRepository(server.bean(JdbcClient.class), now::get, server.bean(PluginRegistry.class));
        var plans = new PlanStore(
                server.bean(JdbcClient.class),
                now::get,
                server.bean(IdGenerator.class),
                server.bean(TransactionTemplate.class),
                revisionsOfPlans,
                server.bean(DocumentStore.class),
                server.bean(StudentChangeAuditor.class),
                server.bean(StudentNumberRepository.class));
        var revisionUndo = new RevisionUndo(server.bean(TransactionTemplate.class), plans, revisionsOfPlans);
        String place = SolvedPlans.createSolvedPlan(ServiceClient.administrator(server), server, "camp-3-weeks", 20);
        Plan plan = plans.get(TestPlans.planIdOf(place));
        RevisionId before = plan.head();
        for (Duration jump : List.of(Duration.ZERO, Duration.ofDays(1), Duration.ZERO, Duration.ofDays(-1))) {
            now.set(NOON.plus(jump));
            plan = plans.restoreRevision(
                    plan.id(), plan.version(), plans.revision(plan.head()), new AccountId("tests"));
        }
        List<Revision> revisions = plans.revisions(plan.id(), Integer.MAX_VALUE, 4);
        assertThat(revisions).extracting(Revision::number).containsExactly(6, 5, 4, 3);
        assertThat(revisions)
                .extracting(Revision::made)
                .containsExactly(NOON.minus(Duration.ofDays(1)), NOON, NOON.plus(Duration.ofDays(1)), NOON);
        assertThat(revisions.getFirst().id()).isEqualTo(plan.head());
        for (int i = 0; i < 4; i++) {
            assertThat(plan.head()).isEqualTo(revisions.get(i).id());
            plan = revisionUndo.undo(plan.id(), plan.version(), new AccountId("tests"));
        }
        assertThat(plan.head()).isEqualTo(before);
        plan = revisionUndo.redo(plan.id(), plan.version(), new AccountId("tests"));
        assertThat(plan.head()).isEqualTo(revisions.getLast().id());
    }
}
