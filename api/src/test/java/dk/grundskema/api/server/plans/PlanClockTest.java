package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Revisions follow each other in the order in which they were made, whatever the clock said then. */
final class PlanClockTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    @ParameterizedTest
    @DatabaseSource
    void revisionsStayInOrderWhenTheClockJumpsADayAheadAndBack(Database database) {
        Server server = Services.on(database);
        var revisionsOfPlans =
                new Revisions(server.part(JdbcClient.class), now::get, server.part(PluginRegistry.class));
        var plans = new Plans(
                server.part(JdbcClient.class),
                now::get,
                server.part(FreshIds.class),
                server.part(TransactionTemplate.class),
                revisionsOfPlans,
                server.part(Documents.class),
                server.part(PeopleNoted.class),
                server.part(StudentNumbers.class));
        var undoing = new Undoing(server.part(TransactionTemplate.class), plans, revisionsOfPlans);
        String place = Planned.plan(Services.administrator(server), server, "camp-3-weeks", 20);
        Plan plan = plans.get(NewPlan.id(place));
        RevisionId before = plan.head();
        for (Duration jump : List.of(Duration.ZERO, Duration.ofDays(1), Duration.ZERO, Duration.ofDays(-1))) {
            now.set(NOON.plus(jump));
            plan = plans.goBack(plan.id(), plan.version(), plans.revision(plan.head()), new AccountId("tests"));
        }
        List<Revision> revisions = plans.revisions(plan.id(), Integer.MAX_VALUE, 4);
        assertThat(revisions).extracting(Revision::number).containsExactly(6, 5, 4, 3);
        assertThat(revisions)
                .extracting(Revision::made)
                .containsExactly(NOON.minus(Duration.ofDays(1)), NOON, NOON.plus(Duration.ofDays(1)), NOON);
        assertThat(revisions.getFirst().id()).isEqualTo(plan.head());
        for (int i = 0; i < 4; i++) {
            assertThat(plan.head()).isEqualTo(revisions.get(i).id());
            plan = undoing.undo(plan.id(), plan.version(), new AccountId("tests"));
        }
        assertThat(plan.head()).isEqualTo(before);
        plan = undoing.redo(plan.id(), plan.version(), new AccountId("tests"));
        assertThat(plan.head()).isEqualTo(revisions.getLast().id());
    }
}
