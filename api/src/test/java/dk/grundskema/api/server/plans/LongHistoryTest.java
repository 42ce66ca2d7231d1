package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.HeardDatabase;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of a plan to which very much was done, what was done last is read without the rest. */
final class LongHistoryTest {
    private static final int MANY = 300;
    private static final Pattern READ = Pattern.compile("scanCount: (\\d+)|Append .*actual[^)]* rows=(\\d+)");

    private final List<String> heard = new ArrayList<>();
    private JdbcClient database;
    private Revisions revisions;
    private PlanId plan;

    /** Even versions from 1000 on are of revisions, odd ones of steps. */
    private void on(Database kind) {
        Server server = Services.on(kind);
        database = server.part(JdbcClient.class);
        revisions = new Revisions(
                HeardDatabase.of(database, heard::add), InstantSource.system(), server.part(PluginRegistry.class));
        plan = NewPlan.id(NewPlan.of(Services.administrator(server)));
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
    private long read(long version, int most) {
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
    void whatWasDoneLastIsReadWithoutTheRest(Database kind) {
        on(kind);
        assertThat(revisions.before(plan, Long.MAX_VALUE, 3))
                .extracting(Revisions.Done::version)
                .containsExactly(1599L, 1598L, 1597L);
        assertThat(read(Long.MAX_VALUE, 3)).isBetween(3L, 8L);
        assertThat(revisions.before(plan, 1002, 5))
                .extracting(Revisions.Done::version)
                .startsWith(1001L, 1000L)
                .last()
                .isEqualTo(1L);
    }

    @ParameterizedTest
    @DatabaseSource
    void whatWasDoneMeanwhileIsReadWithoutTheRest(Database kind) {
        on(kind);
        assertThat(revisions.since(plan, 5))
                .extracting(Refusal.Meanwhile::number)
                .startsWith(1, 301, 1, 300)
                .hasSize(20);
        assertThat(read(5, 20)).as("each with whoever did it").isBetween(20L, 90L);
        assertThat(revisions.since(plan, 1597)).hasSize(2);
    }
}
