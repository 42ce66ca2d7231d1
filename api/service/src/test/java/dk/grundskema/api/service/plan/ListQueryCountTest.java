package dk.grundskema.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.history.PlanHistory;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Queries of long lists: none per line, and no unneeded reads. */
final class ListQueryCountTest {
    /** Begins to count anew: of many different statements only the latest are kept. */
    private static void recordStatements(Server server) {
        for (String recorded : List.of("FALSE", "TRUE")) {
            server.bean(JdbcClient.class)
                    .sql("SET QUERY_STATISTICS " + recorded)
                    .update();
        }
    }

    private static long askedForNames(Server server) {
        return server.bean(JdbcClient.class).sql("""
                        SELECT COALESCE(SUM(execution_count), 0) FROM information_schema.query_statistics
                        WHERE sql_statement LIKE 'SELECT%name FROM account WHERE id%'
                          AND sql_statement NOT LIKE '%query_statistics%'""").query(Long.class).single();
    }

    private static Answer askedOnce(Server server, ServiceClient client, String path) {
        long before = askedForNames(server);
        Answer answer = client.get(path);
        assertThat(askedForNames(server) - before).as(path).isOne();
        return answer;
    }

    /** The reader is not one of the authors, so that the sign-in does not load their names. */
    @Test
    void revisionAuthorsAreQueriedOncePerPage() {
        Server server = TestServices.on(TestDatabase.H2);
        var school = TestSchool.create(server);
        ServiceClient author = school.addPerson(Role.PLANNER).browser();
        ServiceClient otherAuthor = school.addPerson(Role.PLANNER).browser();
        ServiceClient reader = school.addPerson(Role.PLANNER).browser();
        recordStatements(server);
        TestPlans.createCampPlan(author, school.path());
        String plan = TestPlans.createCampPlan(otherAuthor, school.path());
        for (ServiceClient client : List.of(author, otherAuthor)) {
            String first = String.valueOf(client.get(plan).at("/revision/id"));
            client.withHeader("If-Match", client.get(plan).tag()).post(plan + "/return", Map.of("revision", first));
        }

        Answer revisions = askedOnce(server, reader, plan + "/revisions");
        assertThat(revisions.at("/items/0/author"))
                .isEqualTo(revisions.at("/items/2/author"))
                .isNotEqualTo(revisions.at("/items/1/author"));
        assertThat(revisions.at("/items/0/authorName")).isEqualTo("En Person");
        assertThat(revisions.at("/items/1/authorName")).isEqualTo("En Person");
        Answer plans = askedOnce(server, reader, school.path() + "/plans");
        assertThat(plans.at("/items/0/revision/authorName")).isEqualTo("En Person");
        assertThat(plans.at("/items/1/revision/authorName")).isEqualTo("En Person");
    }

    @Test
    void authorsOfAHistoryAreQueriedOnce() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        recordStatements(server);
        String plan = TestPlans.createCampPlan(client);
        var renamed =
                client.withHeader("If-Match", client.get(plan).tag()).put(plan + "/title", Map.of("title", "Another"));
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);

        long before = askedForNames(server);
        var done = server.bean(PlanHistory.class)
                .entries(TestPlans.planIdOf(plan), Long.MAX_VALUE)
                .items();
        assertThat(askedForNames(server) - before).isOne();
        assertThat(done).hasSize(2);
        assertThat(done.getFirst().revision()).isNull();
        assertThat(done.getFirst().author())
                .isNotEmpty()
                .isEqualTo(done.getLast().author());
        assertThat(done.getFirst().text()).contains("Another");
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Creates a plan whose problem no other plan has, and replaces the content of the problem. */
    private static String createPlanWithContent(Server server, TestSchool school, String content) throws IOException {
        Map<String, Object> problem = TestServices.weekOfCamp();
        problem.put("title", "Lejr i " + school.id());
        String plan = TestPlans.createPlan(ServiceClient.administrator(server), school.path(), problem)
                .header("Location");
        int replaced = server.bean(JdbcClient.class)
                .sql("UPDATE document SET content = :content WHERE hash = :hash")
                .param("content", packed(content))
                .param("hash", TestPlans.head(server, plan).problem())
                .update();
        assertThat(replaced).isOne();
        return plan;
    }

    /** Verified by replacing a problem with content that cannot be parsed. */
    @ParameterizedTest
    @DatabaseSource
    void theAuditOfAPersonTakesNoProblemApartThatCannotNameThePerson(TestDatabase database) throws IOException {
        Server server = TestServices.on(database);
        TestSchool school = TestSchool.create(server);
        ServiceClient client = ServiceClient.administrator(server);
        String plan = TestPlans.createCampPlan(client, school.path());
        assertThat(client.get(plan + "/problem").status()).isEqualTo(200);
        createPlanWithContent(server, school, "no JSON, but \"rasmus\" is in it");

        assertThat(client.get(school.path() + "/audit?person=bente").status()).isEqualTo(200);
        assertThat(client.get(school.path() + "/audit?person=rasmus").status())
                .as("that one must be taken apart")
                .isEqualTo(500);
    }

    /** An archive keeps its documents byte by byte, even if another program wrote them. */
    @ParameterizedTest
    @DatabaseSource
    void personWithAnEscapedIdIsFound(TestDatabase database) throws IOException {
        Server server = TestServices.on(database);
        TestSchool school = TestSchool.create(server);
        createPlanWithContent(server, school, "{\"staff\": [{\"id\": \"\\u0062ente\"}]}");

        assertThat(ServiceClient.administrator(server)
                        .get(school.path() + "/person?id=bente")
                        .body())
                .contains("/staff/0/id");
    }
}
