package dk.grundskema.api.server.plans;

import static dk.grundskema.api.server.plans.NamedCamp.end;
import static dk.grundskema.api.server.plans.NamedCamp.problem;
import static dk.grundskema.api.server.plans.NamedCamp.students;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.Waiting;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of one person comes out, and of nobody else. */
final class PersonalDataTest {
    @ParameterizedTest
    @DatabaseSource
    void everythingAboutOnePersonComesOutInOneAnswer(Database database) {
        School school = School.in(Services.on(database));
        Client administrator = school.person(Role.ADMINISTRATOR).browser();
        Answer plan = administrator.post(
                school.path() + "/plans", Map.of("title", "Lejr", "problem", problem("Lejr", "Xenia Prøve")));
        Answer problem = administrator.get(plan.header("Location") + "/problem");
        String id = (String) students(problem).get(2).get("id");
        Answer person = administrator.get(school.path() + "/person?id=" + id);
        assertThat(person.status()).as(person.body()).isEqualTo(200);
        assertThat(person.body()).contains("Xenia Prøve 2").doesNotContain("Xenia Prøve 1\"", "Xenia Prøve 3\"");
        assertThat(person.body()).contains("\"/students/2/id\"");
        assertThat(person.at("/plans/0/revisions")).isEqualTo(List.of(1));
        assertThat(person.body()).contains("getProblem", "audit.person-exported");
        assertThat(administrator.get(school.path() + "/person?id=nobody").status())
                .isEqualTo(404);
        assertThat(administrator.get(school.path() + "/person").status()).isEqualTo(400);
        School other = School.in(Services.on(database));
        assertThat(other.person(Role.ADMINISTRATOR)
                        .browser()
                        .get(other.path() + "/person?id=" + id)
                        .status())
                .as("in another school's plans")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @DatabaseSource
    void whatIsKeptBesideRevisionsComesOutToo(Database database) {
        Server server = Services.on(database);
        School school = School.in(server);
        Client administrator = school.person(Role.ADMINISTRATOR).browser();
        Answer plan = administrator.post(
                school.path() + "/plans", Map.of("title", "Lejr", "problem", problem("Lejr", "Wilma Prøve")));
        String path = plan.header("Location");
        String planId = path.substring(path.lastIndexOf('/') + 1);
        Planned.give(server, path, 20, 1);
        Answer problem = administrator.get(path + "/problem");
        String staff = (String) problem.at("/staff/0/id");
        String student = (String) students(problem).get(2).get("id");
        String other = (String) students(problem).get(3).get("id");
        School.Person account = school.person(Role.STAFF, staff);
        assertThat(administrator
                        .post(
                                path + "/absences",
                                Map.of(
                                        "staffId",
                                        staff,
                                        "from",
                                        end(problem) + "T08:00",
                                        "until",
                                        end(problem) + "T12:00",
                                        "reason",
                                        "Influenza"))
                        .status())
                .isEqualTo(201);
        server.part(Deliveries.class)
                .insert(
                        new PlanId(planId),
                        new Deliveries.Entered(
                                new Delivery(
                                        new SessionId("lesson-1"),
                                        end(problem),
                                        true,
                                        "",
                                        new TreeSet<>(Set.of(new StudentId(student), new StudentId(other)))),
                                new AccountId("tests"),
                                java.time.Instant.EPOCH));
        // A solve whose plan went on meanwhile: its timetable becomes no revision.
        String solve = administrator
                .post(path + "/solves", Map.of("steps", 1_000_000_000))
                .header("Location");
        Waiting.until(() -> administrator.get(solve), one -> one.at("/score") instanceof Map);
        administrator
                .with("If-Match", administrator.get(path).tag())
                .put(path + "/staff/gone", Map.of("name", "Ekstra Hånd"));
        administrator.post(solve + "/stop", Map.of());
        Waiting.until(() -> administrator.get(solve), one -> one.at("/state").equals("DONE"));
        String elsewhere = administrator
                .post(school.path() + "/plans", Map.of("title", "Tom", "problem", Services.example("camp-3-weeks")))
                .header("Location");
        Answer ofStaff = administrator.get(school.path() + "/person?id=" + staff);
        assertThat(ofStaff.status()).as(ofStaff.body()).isEqualTo(200);
        assertThat(kinds(ofStaff)).contains("absence", "account", "solve").doesNotContain("delivery");
        assertThat(ofStaff.body())
                .contains("Influenza", account.signInName(), solve.substring(solve.lastIndexOf('/') + 1));
        Answer ofStudent = administrator.get(school.path() + "/person?id=" + student);
        assertThat(kinds(ofStudent)).contains("delivery").doesNotContain("absence", "account");
        assertThat(((List<?>) ofStudent.at("/beside"))
                        .stream()
                                .filter(one -> "delivery".equals(((Map<?, ?>) one).get("kind")))
                                .toList())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.toString()).contains("lesson-1", student).doesNotContain(other));
        school.person(Role.STAFF, "only-an-account");
        Answer only = administrator.get(school.path() + "/person?id=only-an-account");
        assertThat(only.status()).as("stands in no plan").isEqualTo(200);
        assertThat(kinds(only)).containsExactly("account");
        var data = server.part(PersonalDataController.class);
        var organisation = new OrganisationId(school.id());
        assertThat(data.isKnownBeside(organisation, "only-an-account")).isTrue();
        String session = (String) administrator.get(solve + "/timetable").at("/meetings/0/sessionId");
        assertThat(administrator.get(school.path() + "/person?id=" + session).status())
                .as("a solve's timetable has it")
                .isEqualTo(200);
        assertThat(data.isKnownBeside(organisation, session))
                .as("but it is nobody")
                .isFalse();
        assertThat(data.isKnownBeside(organisation, "no id: ' \"")).isFalse();
        String elsewhereId = elsewhere.substring(elsewhere.lastIndexOf('/') + 1);
        administrator.get(elsewhere + "/problem");
        assertThat(administrator
                        .get(school.path() + "/audit?plan=" + elsewhereId)
                        .body())
                .contains("getProblem");
        assertThat(administrator
                        .get(school.path() + "/person?id=only-an-account")
                        .body())
                .as("what was seen of everybody of a plan in which this one isn't")
                .contains("audit.person-exported")
                .doesNotContain(elsewhereId, "getProblem");
        var audit = server.part(Audit.class);
        var of = new OrganisationId(school.id());
        assertThat(audit.about(of, "only-an-account", Set.of(), 2))
                .as("others' rows take no place")
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.person()).isEqualTo("only-an-account"));
        assertThat(audit.about(of, "nobody", Set.of(elsewhereId), 1))
                .singleElement()
                .satisfies(one -> assertThat(one.plan()).isEqualTo(elsewhereId));
    }

    @ParameterizedTest
    @DatabaseSource
    void whatIsSaidInManyRevisionsComesOutWholeOneDocumentAfterTheOther(Database database) {
        Server server = Services.on(database);
        School school = School.in(server);
        Client administrator = school.person(Role.ADMINISTRATOR).browser();
        String plan = administrator
                .post(school.path() + "/plans", Map.of("title", "Lejr", "problem", problem("Lejr", "Xenia Mange")))
                .header("Location");
        for (int i = 2; i <= 12; i++) {
            Answer changed = administrator
                    .with("If-Match", administrator.get(plan).tag())
                    .put(plan + "/staff/extra" + i, Map.of("name", "Ekstra Hånd"));
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        }
        administrator.with("If-Match", administrator.get(plan).tag()).post(plan + "/undo", Map.of());
        Planned.give(server, plan, 20, 1);
        Answer problem = administrator.get(plan + "/problem");
        String student = (String) students(problem).get(1).get("id");
        Answer person = administrator.get(school.path() + "/person?id=" + student);
        var said = (List<?>) person.at("/plans");
        var numbers = new ArrayList<Object>();
        said.forEach(one -> numbers.addAll((List<?>) ((Map<?, ?>) one).get("revisions")));
        assertThat(numbers)
                .as("problems of thirteen revisions, of which two are the same, and a timetable")
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 12, 13);
        assertThat(said.stream().filter(one -> "TIMETABLE".equals(((Map<?, ?>) one).get("kind"))))
                .hasSize(1);

        var dossier = server.part(Dossier.class);
        var revisions =
                server.part(Plans.class).revisions(new PlanId(plan.substring(plan.lastIndexOf('/') + 1)), 100, 100);
        String later = String.valueOf(revisions.getFirst().timetable());
        byte[] whole = content(server, later);
        content(server, later, new byte[] {1});
        try {
            var read = new ArrayList<Dossier.Said>();
            org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                    dossier.about(new OrganisationId(school.id()), student).forEach(read::add));
            assertThat(read).as("handed out before the next was read").hasSize(12);
        } finally {
            content(server, later, whole);
        }
    }

    private static byte[] content(Server server, String hash) {
        return server.part(JdbcClient.class)
                .sql("SELECT content FROM document WHERE hash = :hash")
                .param("hash", hash)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private static void content(Server server, String hash, byte[] content) {
        server.part(JdbcClient.class)
                .sql("UPDATE document SET content = :content WHERE hash = :hash")
                .param("content", content)
                .param("hash", hash)
                .update();
    }

    private static List<Object> kinds(Answer person) {
        return ((List<?>) person.at("/beside"))
                .stream().<Object>map(one -> ((Map<?, ?>) one).get("kind")).toList();
    }
}
