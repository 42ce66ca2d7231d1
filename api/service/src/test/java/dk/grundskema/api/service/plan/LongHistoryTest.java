package dk.grundskema.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.StatementListener;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The latest steps of a plan with a long history are read without the rest. */
final class LongHistoryTest {
    private static final int MANY = 300;
    private static final Pattern READ = Pattern.compile("scanCount: (\\d+)|Append .*actual[^)]* rows=(\\d+)");

    private final List<String> heard = new ArrayList<>();
    private JdbcClient database;
    private RevisionRepository revisions;
    private PlanId plan;

    /** From 1000 on, even versions belong to revisions and odd ones to steps. */
    private void start(TestDatabase kind) {
        Server server = TestServices.on(kind);
        database = server.bean(JdbcClient.class);
        revisions = new RevisionRepository(
                StatementListener.wrap(database, heard::add), TestClock.source(), server.bean(PluginRegistry.class));
        plan = TestPlans.planIdOf(TestPlans.createCampPlan(ServiceClient.administrator(server)));
        for (int i = 0; i < MANY; i++) {
            database.sql("""
                            INSERT INTO revision (id, plan, number, plan_version, code, arguments, author, made, problem, plugins)
                            SELECT CONCAT(plan, '-', :number), plan, :number, :version, code, arguments, author, made, problem, plugins
                            FROM revision WHERE plan = :plan AND number = 1""")
                    .param("plan", plan.value())
                    .param("number", i + 2)
                    .param("version", 1000 + 2 * i)
                    .update();
            database.sql("""
                            INSERT INTO plan_step (plan, plan_version, number, code, arguments, author, made)
                            SELECT plan, :version, number, code, arguments, author, made
                            FROM revision WHERE plan = :plan AND number = 1""")
                    .param("plan", plan.value())
                    .param("version", 1001 + 2 * i)
                    .update();
        }
    }

    /** The most rows that the last question read anywhere or put together; on PostgreSQL only the latter, for it reads so small a table whole. */
    private long rowsRead(long version, int most) {
        String plan = String.join(
                "\n",
                database.sql("EXPLAIN ANALYZE " + heard.getLast())
                        .param("plan", this.plan.value())
                        .param("version", version)
                        .param("most", most)
                        .query(String.class)
                        .list());
        return READ.matcher(plan)
                .results()
                .flatMapToLong(found ->
                        LongStream.of(Long.parseLong(found.group(1) == null ? found.group(2) : found.group(1))))
                .max()
                .orElseThrow(() -> new AssertionError(plan));
    }

    @ParameterizedTest
    @DatabaseSource
    void latestStepsAreReadWithoutTheRest(TestDatabase kind) {
        start(kind);
        assertThat(revisions.findStepsBefore(plan, Long.MAX_VALUE, 3))
                .extracting(RevisionRepository.PlanStep::version)
                .containsExactly(1599L, 1598L, 1597L);
        assertThat(rowsRead(Long.MAX_VALUE, 3)).isBetween(3L, 8L);
        assertThat(revisions.findStepsBefore(plan, 1002, 5))
                .extracting(RevisionRepository.PlanStep::version)
                .startsWith(1001L, 1000L)
                .last()
                .isEqualTo(1L);
    }

    @ParameterizedTest
    @DatabaseSource
    void stepsSinceAVersionAreReadWithoutTheRest(TestDatabase kind) {
        start(kind);
        assertThat(revisions.findStepsSince(plan, 5))
                .extracting(RefusalException.ConcurrentChange::number)
                .startsWith(1, 301, 1, 300)
                .hasSize(20);
        assertThat(rowsRead(5, 20)).as("each with its author").isBetween(20L, 90L);
        assertThat(revisions.findStepsSince(plan, 1597)).hasSize(2);
    }
}
