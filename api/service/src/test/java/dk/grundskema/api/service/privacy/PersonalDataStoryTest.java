package dk.grundskema.api.service.privacy;

import static dk.grundskema.api.service.testing.NamedCampProblem.lastDay;
import static dk.grundskema.api.service.testing.NamedCampProblem.problem;
import static dk.grundskema.api.service.testing.NamedCampProblem.students;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.absence.DeliveryRepository;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The personal data export contains all data of one person and of nobody else. */
final class PersonalDataStoryTest {
    @Test
    void everythingAboutOnePersonComesOutInOneAnswer() {
        TestSchool school = TestSchool.create(TestServices.on(TestDatabase.H2));
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
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
        TestSchool other = TestSchool.create(TestServices.on(TestDatabase.H2));
        assertThat(other.addPerson(Role.ADMINISTRATOR)
                        .browser()
                        .get(other.path() + "/person?id=" + id)
                        .status())
                .as("in another school's plans")
                .isEqualTo(404);
    }

    @Test
    void personalDataIncludesAbsencesAccountsSolvesAndDeliveries() {
        Server server = TestServices.on(TestDatabase.H2);
        TestSchool school = TestSchool.create(server);
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        Answer plan = administrator.post(
                school.path() + "/plans", Map.of("title", "Lejr", "problem", problem("Lejr", "Wilma Prøve")));
        String path = plan.header("Location");
        String planId = path.substring(path.lastIndexOf('/') + 1);
        SolvedPlans.giveTimetable(server, path, 20, 1);
        Answer problem = administrator.get(path + "/problem");
        String staff = (String) problem.at("/staff/0/id");
        String student = (String) students(problem).get(2).get("id");
        String other = (String) students(problem).get(3).get("id");
        TestSchool.Person account = school.addPerson(Role.STAFF, staff);
        assertThat(administrator
                        .post(
                                path + "/absences",
                                Map.of(
                                        "staffId",
                                        staff,
                                        "from",
                                        lastDay(problem) + "T08:00",
                                        "until",
                                        lastDay(problem) + "T12:00",
                                        "reason",
                                        "Influenza"))
                        .status())
                .isEqualTo(201);
        server.bean(DeliveryRepository.class)
                .insert(
                        new PlanId(planId),
                        new DeliveryRepository.DeliveryEntry(
                                new Delivery(
                                        new SessionId("lesson-1"),
                                        lastDay(problem),
                                        true,
                                        "",
                                        new TreeSet<>(Set.of(new StudentId(student), new StudentId(other)))),
                                new AccountId("tests"),
                                java.time.Instant.EPOCH));
        // A solve whose plan was changed concurrently, so that its timetable becomes no revision.
        String solve = administrator
                .post(path + "/solves", Map.of("steps", 1_000_000_000))
                .header("Location");
        Polling.until(() -> administrator.get(solve), one -> one.at("/score") instanceof Map);
        administrator
                .withHeader("If-Match", administrator.get(path).tag())
                .put(path + "/staff/gone", Map.of("name", "Ekstra Hånd"));
        administrator.post(solve + "/stop", Map.of());
        Polling.until(() -> administrator.get(solve), one -> one.at("/state").equals("DONE"));
        String elsewhere = administrator
                .post(
                        school.path() + "/plans",
                        Map.of("title", "Tom", "problem", TestServices.exampleProblem("camp-3-weeks")))
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
        school.addPerson(Role.STAFF, "only-an-account");
        Answer only = administrator.get(school.path() + "/person?id=only-an-account");
        assertThat(only.status()).as("is in no plan").isEqualTo(200);
        assertThat(kinds(only)).containsExactly("account");
        var data = server.bean(PersonDataExporter.class);
        var organisation = new OrganisationId(school.id());
        assertThat(data.hasOtherData(organisation, "only-an-account")).isTrue();
        String session = (String) administrator.get(solve + "/timetable").at("/meetings/0/sessionId");
        assertThat(administrator.get(school.path() + "/person?id=" + session).status())
                .as("the solve's timetable contains it")
                .isEqualTo(200);
        assertThat(data.hasOtherData(organisation, session))
                .as("but it is nobody")
                .isFalse();
        assertThat(data.hasOtherData(organisation, "no id: ' \"")).isFalse();
        String elsewhereId = elsewhere.substring(elsewhere.lastIndexOf('/') + 1);
        administrator.get(elsewhere + "/problem");
        assertThat(administrator
                        .get(school.path() + "/audit?plan=" + elsewhereId)
                        .body())
                .contains("getProblem");
        assertThat(administrator
                        .get(school.path() + "/person?id=only-an-account")
                        .body())
                .as("no audit entries of a plan without this person")
                .contains("audit.person-exported")
                .doesNotContain(elsewhereId, "getProblem");
        var audit = server.bean(AuditLog.class);
        var of = new OrganisationId(school.id());
        assertThat(audit.findAboutPerson(of, "only-an-account", Set.of(), 2))
                .as("rows of others do not count")
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.person()).isEqualTo("only-an-account"));
        assertThat(audit.findAboutPerson(of, "nobody", Set.of(elsewhereId), 1))
                .singleElement()
                .satisfies(one -> assertThat(one.plan()).isEqualTo(elsewhereId));
    }

    @Test
    void personalDataReadsManyRevisionsCompletelyOneDocumentAtATime() {
        Server server = TestServices.on(TestDatabase.H2);
        TestSchool school = TestSchool.create(server);
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        String plan = administrator
                .post(school.path() + "/plans", Map.of("title", "Lejr", "problem", problem("Lejr", "Xenia Mange")))
                .header("Location");
        for (int i = 2; i <= 12; i++) {
            Answer changed = administrator
                    .withHeader("If-Match", administrator.get(plan).tag())
                    .put(plan + "/staff/extra" + i, Map.of("name", "Ekstra Hånd"));
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        }
        administrator.withHeader("If-Match", administrator.get(plan).tag()).post(plan + "/undo", Map.of());
        SolvedPlans.giveTimetable(server, plan, 20, 1);
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

        var personMentionFinder = server.bean(PersonMentionFinder.class);
        var revisions =
                server.bean(PlanStore.class).revisions(new PlanId(plan.substring(plan.lastIndexOf('/') + 1)), 100, 100);
        String later = String.valueOf(revisions.getFirst().timetable());
        byte[] whole = content(server, later);
        content(server, later, new byte[] {1});
        try {
            var read = new ArrayList<PersonMentionFinder.DocumentMentions>();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> personMentionFinder
                    .findMentions(new OrganisationId(school.id()), student)
                    .forEach(read::add));
            assertThat(read).as("handed out before the next was read").hasSize(12);
        } finally {
            content(server, later, whole);
        }
    }

    private static byte[] content(Server server, String hash) {
        return server.bean(JdbcClient.class)
                .sql("SELECT content FROM document WHERE hash = :hash")
                .param("hash", hash)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private static void content(Server server, String hash, byte[] content) {
        server.bean(JdbcClient.class)
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
