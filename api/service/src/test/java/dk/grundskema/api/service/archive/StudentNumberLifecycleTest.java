package dk.grundskema.api.service.archive;

import static dk.grundskema.api.service.testing.StudentRosterFixture.FOURTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.plan.lifecycle.TrashPurger;
import dk.grundskema.api.service.privacy.DocumentAnonymiser;
import dk.grundskema.api.service.testing.StudentRosterFixture;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Students' numbers when a plan is archived, moved to the trash, purged or anonymised. */
final class StudentNumberLifecycleTest {
    private static final OrganisationId HOME = new OrganisationId("home");

    @Test
    void numbersGoWithAnArchive() {
        Server server = TestServices.on(TestDatabase.H2);
        StudentRosterFixture camp = StudentRosterFixture.create(server);
        camp.removeStudent(FOURTH);
        camp.addStudent("ny-1");
        camp.removeStudent("ny-1");
        Map<String, Integer> before = camp.numbers();
        byte[] archive = server.bean(PlanArchiver.class).createArchive(TestPlans.planIdOf(camp.place));
        Server other = TestServices.elsewhere();
        Plan read = other.bean(PlanArchiver.class).readArchive(HOME, archive, ArchiveFixture.READER);
        StudentRosterFixture there = new StudentRosterFixture(other, "/api/v1/plans/" + read.id());
        assertThat(there.numbers()).isEqualTo(before);
        there.addStudent("ny-2");
        there.addStudent("ny-1");
        there.addStudent(FOURTH);
        assertThat(there.numbers())
                .isEqualTo(StudentRosterFixture.with(before, Map.of(FOURTH, 4, "ny-1", 25, "ny-2", 26)));
        var old = new LinkedHashMap<>(ArchiveFixture.unpack(archive));
        old.remove("numbers.json");
        Plan copy = other.bean(PlanArchiver.class).readArchive(HOME, ArchiveFixture.pack(old), ArchiveFixture.READER);
        StudentRosterFixture older = new StudentRosterFixture(other, "/api/v1/plans/" + copy.id());
        older.addStudent("ny-2");
        assertThat(older.numbers()).isEqualTo(StudentRosterFixture.with(before, Map.of("ny-2", 25)));
    }

    @Test
    void invalidStudentNumbersInAnArchiveAreReported() {
        Server server = TestServices.on(TestDatabase.H2);
        var parts = new LinkedHashMap<>(ArchiveFixture.unpack(server.bean(PlanArchiver.class)
                .createArchive(TestPlans.planIdOf(StudentRosterFixture.create(server).place))));
        parts.put("numbers.json", """
                {"items": [{"number": 0, "student": "a"}, {"number": 7, "student": "a"}, {"number": 7, "student": "b"}]}""");
        assertThatThrownBy(() -> server.bean(PlanArchiver.class)
                        .readArchive(HOME, ArchiveFixture.pack(parts), ArchiveFixture.READER))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.findings())
                                .extracting(one -> one.code() + " " + one.pointer())
                                .contains("value.out-of-range numbers.json#/items/0/number"));
        parts.put("numbers.json", """
                {"items": [{"number": 7, "student": "a"}, {"number": 7, "student": "b"}]}""");
        assertThatThrownBy(() -> server.bean(PlanArchiver.class)
                        .readArchive(HOME, ArchiveFixture.pack(parts), ArchiveFixture.READER))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.findings())
                                .extracting(one -> one.code() + " " + one.pointer())
                                .containsExactly("value.twice numbers.json#/items/1"));
    }

    private static JdbcClient.StatementSpec rows(Server server, String statement, StudentRosterFixture camp) {
        return server.bean(JdbcClient.class)
                .sql(statement)
                .param("family", TestPlans.planIdOf(camp.place).value());
    }

    @Test
    void aPlanThatIsOlderThanNumbersKeepsThoseByWhichItsStudentsAreCalled() {
        Server server = TestServices.on(TestDatabase.H2);
        StudentRosterFixture camp = StudentRosterFixture.create(server);
        Map<String, Integer> before = camp.numbers();
        rows(server, "DELETE FROM student_number WHERE family = :family", camp).update();
        camp.removeStudent(FOURTH);
        camp.addStudent("ny-1");
        assertThat(camp.numbers()).isEqualTo(StudentRosterFixture.with(before, Map.of("ny-1", 25), FOURTH));
        camp.addStudent(FOURTH);
        assertThat(camp.number(FOURTH)).isEqualTo(4);
    }

    @Test
    void numbersGoWithTheLastPlanOfAFamily() {
        Server server = TestServices.on(TestDatabase.H2);
        StudentRosterFixture camp = StudentRosterFixture.create(server);
        StudentRosterFixture variant = camp.scenario();
        purged(server, camp);
        variant.addStudent("ny-1");
        assertThat(variant.number("ny-1")).isEqualTo(25);
        String count = "SELECT COUNT(*) FROM student_number WHERE family = :family";
        assertThat(rows(server, count, camp).query(Long.class).single()).isEqualTo(25);
        purged(server, variant);
        assertThat(rows(server, count, camp).query(Long.class).single()).isZero();
    }

    @Test
    void personReportNamesTheNumberOfARemovedStudent() {
        Server server = TestServices.on(TestDatabase.H2);
        TestSchool school = TestSchool.create(server);
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        StudentRosterFixture camp =
                new StudentRosterFixture(server, TestPlans.createCampPlan(administrator, school.path()));
        camp.removeStudent(FOURTH);
        ServiceClient.Answer told = administrator.get(school.path() + "/person?id=" + FOURTH);
        assertThat(told.at("/beside/0/kind")).as(told.body()).isEqualTo("number");
        assertThat(told.at("/beside/0/plan"))
                .isEqualTo(TestPlans.planIdOf(camp.place).value());
        assertThat(told.at("/beside/0/content/number")).isEqualTo(4);
        assertThat(told.at("/beside/1")).isEqualTo("null");
    }

    private static void purged(Server server, StudentRosterFixture camp) {
        ServiceClient client = ServiceClient.administrator(server);
        assertThat(client.withHeader("If-Match", client.get(camp.place).tag())
                        .delete(camp.place)
                        .status())
                .isEqualTo(204);
        server.bean(JdbcClient.class)
                .sql("UPDATE plan SET deleted = :then WHERE id = :id")
                .param("then", Timestamp.from(Instant.parse("2020-01-01T00:00:00Z")))
                .param("id", TestPlans.planIdOf(camp.place).value())
                .update();
        server.bean(TrashPurger.class)
                .purgeDuePlans(Instant.parse("2020-01-01T00:00:00Z")
                        .plus(PlanLifecycle.TRASH_PERIOD)
                        .plusMillis(1));
    }

    /** The number is the one that calendars use, even if the problem has none. */
    @Test
    void anonymisedStudentIsNamedByTheNumber() {
        var problem = (Json.JsonObject) Json.fromJava(Map.of(
                "language",
                "EN",
                "students",
                List.of(Map.of("id", "a", "name", "A"), Map.of("id", "b", "name", "B", "number", 1))));
        Json.JsonObject anonymous = DocumentAnonymiser.anonymiseProblem(problem);
        assertThat(anonymous)
                .isEqualTo(Json.fromJava(Map.of(
                        "language",
                        "EN",
                        "students",
                        List.of(
                                Map.of("id", "a", "name", "Student 2"),
                                Map.of("id", "b", "name", "Student 1", "number", 1)))));
        assertThat(DocumentAnonymiser.anonymiseProblem(anonymous)).isEqualTo(anonymous);
    }
}
