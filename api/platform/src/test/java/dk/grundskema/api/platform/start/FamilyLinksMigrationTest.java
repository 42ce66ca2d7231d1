package dk.grundskema.api.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database in which a plan and its scenarios have publications and links of their own leaves them to one of the plans. */
final class FamilyLinksMigrationTest {
    @ParameterizedTest
    @DatabaseSource
    void linksOfAllPlansOfAFamilyLeadToThePlanInUse(TestDatabase database, @TempDir Path folder) {
        ServiceSettings settings = database.fresh(folder);
        var source = new DriverManagerDataSource(settings.databaseUrl());
        migrate(source, settings.isEmbedded(), "18");
        JdbcClient rows = JdbcClient.create(source);
        rows.sql("""
                        INSERT INTO organisation (id, name, version, created)
                        VALUES ('school', 'School', 1, CURRENT_TIMESTAMP)""").update();
        rows.sql(
                        "INSERT INTO document (hash, kind, content, created) VALUES ('hash', 'PROBLEM', :bytes, CURRENT_TIMESTAMP)")
                .param("bytes", new byte[] {1})
                .update();
        insertPlan(rows, "plan", "plan", false, "2026-08-03");
        insertPlan(rows, "used", "plan", true, "2026-08-01");
        insertPlan(rows, "tried", "plan", false, "2026-08-02");
        insertPlan(rows, "alone", "alone", false, "2026-08-01");
        insertLink(rows, "plan", "ida", false);
        insertLink(rows, "used", "ida", false);
        insertLink(rows, "tried", "ida", true);
        insertLink(rows, "plan", "per", false);
        insertLink(rows, "tried", "per", false);
        insertLink(rows, "plan", "bo", false);
        insertLink(rows, "used", "bo", true);
        insertLink(rows, "alone", "ida", false);
        insertPlan(rows, "begun", "begun", false, "2026-08-01");
        insertPlan(rows, "titled", "begun", true, "2026-08-02");
        rows.sql("UPDATE publication SET title = 'titled' WHERE plan = 'titled'")
                .update();
        insertLink(rows, "titled", "eva", false);
        migrate(source, settings.isEmbedded(), "19");
        assertThat(rows.sql("SELECT plan FROM publication ORDER BY plan")
                        .query(String.class)
                        .list())
                .containsExactly("alone", "titled", "used");
        assertThat(rows.sql("SELECT plan || ' ' || owner FROM feed_link ORDER BY plan, owner")
                        .query(String.class)
                        .list())
                .containsExactly("alone ida", "titled eva", "used bo", "used ida", "used per");
        assertThat(rows.sql("SELECT token FROM feed_link WHERE owner = 'per'")
                        .query(String.class)
                        .single())
                .isIn("plan-per", "tried-per");
        assertThat(rows.sql("SELECT token FROM feed_link WHERE owner = 'bo' AND revoked IS NULL")
                        .query(String.class)
                        .single())
                .as("what works goes on, though that of the plan is revoked")
                .isEqualTo("plan-bo");
        assertThat(rows.sql("SELECT plan || ' ' || title FROM publication ORDER BY plan")
                        .query(String.class)
                        .list())
                .as("the title of the plan that the family began with; forgotten ones stay empty")
                .containsExactly("alone ", "titled begun", "used ");
        assertThat(rows.sql("""
                                SELECT s.publication || ' ' || s.beyond FROM feed_state s JOIN feed_link l ON l.id = s.link
                                WHERE l.owner = 'eva' AND s.content IS NULL AND s.anew IS NOT NULL""").query(String.class).list())
                .as("its calendar is worked out anew, with higher sequence numbers")
                .containsExactly("0 3");
        assertThat(rows.sql("""
                                SELECT t.token || ' ' || l.owner FROM feed_link_token t JOIN feed_link l ON l.id = t.link
                                WHERE l.owner = 'ida'""").query(String.class).list())
                .as("what is revoked stays so")
                .containsExactly("plan-ida ida");
        assertThat(rows.sql("""
                                SELECT l.owner || ' ' || s.publication FROM feed_state s JOIN feed_link l ON l.id = s.link
                                WHERE l.plan = 'used' ORDER BY l.owner""").query(String.class).list())
                .as("the calendar that comes from another plan is worked out anew")
                .containsExactly("bo 0", "ida 1", "per 0");
    }

    private static void migrate(DriverManagerDataSource source, boolean isEmbedded, String target) {
        Flyway.configure()
                .locations("classpath:dk/grundskema/api/platform/migrations")
                .placeholders(Map.of("bytes", isEmbedded ? "BLOB" : "BYTEA"))
                .dataSource(source)
                .target(target)
                .load()
                .migrate();
    }

    private static void insertPlan(JdbcClient rows, String id, String family, boolean isInUse, String published) {
        rows.sql("""
                        INSERT INTO plan (id, organisation, title, version, head, tip, created, family, in_use)
                        VALUES (:id, 'school', :id, 1, :id, :id, CURRENT_TIMESTAMP, :family, :used)""")
                .param("id", id)
                .param("family", family)
                .param("used", isInUse)
                .update();
        rows.sql("""
                        INSERT INTO revision (id, plan, number, code, arguments, author, made, problem, plugins)
                        VALUES (:id, :id, 1, 'revision.created', '[]', 'account', CURRENT_TIMESTAMP, 'hash', '{}')""").param("id", id).update();
        rows.sql("""
                        INSERT INTO publication
                          (plan, number, revision, problem, timetable, author, published, note, held_back, exceptions)
                        VALUES (:id, 1, :id, 'hash', 'hash', 'account', CAST(:published AS TIMESTAMP WITH TIME ZONE), '', '[]', :bytes)""")
                .param("id", id)
                .param("published", published + " 10:00:00+00:00")
                .param("bytes", new byte[] {1})
                .update();
    }

    private static void insertLink(JdbcClient rows, String plan, String owner, boolean isRevoked) {
        rows.sql("""
                        INSERT INTO feed_link (id, organisation, plan, kind, owner, token, language, created, revoked)
                        VALUES (:id, 'school', :plan, 'STAFF', :owner, :id, 'DA', CURRENT_TIMESTAMP,
                          CASE WHEN :revoked THEN CURRENT_TIMESTAMP END)""")
                .param("id", plan + "-" + owner)
                .param("plan", plan)
                .param("owner", owner)
                .param("revoked", isRevoked)
                .update();
        rows.sql("INSERT INTO feed_state (link, publication, step) VALUES (:id, 1, 1)")
                .param("id", plan + "-" + owner)
                .update();
    }
}
