package dk.grundskema.api.server.plans;

import static dk.grundskema.api.server.plans.Roster.FOURTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.start.Server;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of students' numbers where plans go: into archives, into the trash, and into oblivion. */
final class NumbersBesideTest {
    private static final OrganisationId HOME = new OrganisationId("home");

    @ParameterizedTest
    @DatabaseSource
    void numbersGoWithAnArchive(Database database, @TempDir Path folder) {
        Server server = Services.on(database);
        Roster camp = Roster.fresh(server);
        camp.leaves(FOURTH);
        camp.comes("ny-1");
        camp.leaves("ny-1");
        Map<String, Integer> before = camp.numbers();
        byte[] archive = server.part(Archives.class).of(NewPlan.id(camp.place));
        try (Server other = Services.start(database, folder)) {
            Plan read = other.part(Archives.class).read(HOME, archive, ArchiveParts.READER);
            Roster there = new Roster(other, "/api/v1/plans/" + read.id());
            assertThat(there.numbers()).isEqualTo(before);
            there.comes("ny-2");
            there.comes("ny-1");
            there.comes(FOURTH);
            assertThat(there.numbers()).isEqualTo(Roster.with(before, Map.of(FOURTH, 4, "ny-1", 25, "ny-2", 26)));
            var old = new LinkedHashMap<>(ArchiveParts.of(archive));
            old.remove("numbers.json");
            Plan copy = other.part(Archives.class).read(HOME, ArchiveParts.packed(old), ArchiveParts.READER);
            Roster older = new Roster(other, "/api/v1/plans/" + copy.id());
            older.comes("ny-2");
            assertThat(older.numbers()).isEqualTo(Roster.with(before, Map.of("ny-2", 25)));
        }
    }

    @Test
    void whatIsWrongWithNumbersInAnArchiveIsSaid() {
        Server server = Services.on(Database.H2);
        var parts = new LinkedHashMap<>(
                ArchiveParts.of(server.part(Archives.class).of(NewPlan.id(Roster.fresh(server).place))));
        parts.put("numbers.json", """
                {"items": [{"number": 0, "student": "a"}, {"number": 7, "student": "a"}, {"number": 7, "student": "b"}]}""");
        assertThatThrownBy(
                        () -> server.part(Archives.class).read(HOME, ArchiveParts.packed(parts), ArchiveParts.READER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.findings())
                                .extracting(one -> one.code() + " " + one.pointer())
                                .contains("value.out-of-range numbers.json#/items/0/number"));
        parts.put("numbers.json", """
                {"items": [{"number": 7, "student": "a"}, {"number": 7, "student": "b"}]}""");
        assertThatThrownBy(
                        () -> server.part(Archives.class).read(HOME, ArchiveParts.packed(parts), ArchiveParts.READER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.findings())
                                .extracting(one -> one.code() + " " + one.pointer())
                                .containsExactly("value.twice numbers.json#/items/1"));
    }

    private static JdbcClient.StatementSpec rows(Server server, String statement, Roster camp) {
        return server.part(JdbcClient.class)
                .sql(statement)
                .param("family", NewPlan.id(camp.place).value());
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanThatIsOlderThanNumbersKeepsThoseByWhichItsStudentsAreCalled(Database database) {
        Server server = Services.on(database);
        Roster camp = Roster.fresh(server);
        Map<String, Integer> before = camp.numbers();
        rows(server, "DELETE FROM student_number WHERE family = :family", camp).update();
        camp.leaves(FOURTH);
        camp.comes("ny-1");
        assertThat(camp.numbers()).isEqualTo(Roster.with(before, Map.of("ny-1", 25), FOURTH));
        camp.comes(FOURTH);
        assertThat(camp.number(FOURTH)).isEqualTo(4);
    }

    @ParameterizedTest
    @DatabaseSource
    void numbersGoWithTheLastPlanOfAFamily(Database database) {
        Server server = Services.on(database);
        Roster camp = Roster.fresh(server);
        Roster variant = camp.scenario();
        purged(server, camp);
        variant.comes("ny-1");
        assertThat(variant.number("ny-1")).isEqualTo(25);
        String count = "SELECT COUNT(*) FROM student_number WHERE family = :family";
        assertThat(rows(server, count, camp).query(Long.class).single()).isEqualTo(25);
        purged(server, variant);
        assertThat(rows(server, count, camp).query(Long.class).single()).isZero();
    }

    @ParameterizedTest
    @DatabaseSource
    void whoAsksIsToldByWhichNumberSomebodyWasCalled(Database database) {
        Server server = Services.on(database);
        School school = School.in(server);
        Client administrator = school.person(Role.ADMINISTRATOR).browser();
        Roster camp = new Roster(server, NewPlan.of(administrator, school.path()));
        camp.leaves(FOURTH);
        Client.Answer told = administrator.get(school.path() + "/person?id=" + FOURTH);
        assertThat(told.at("/beside/0/kind")).as(told.body()).isEqualTo("number");
        assertThat(told.at("/beside/0/plan")).isEqualTo(NewPlan.id(camp.place).value());
        assertThat(told.at("/beside/0/content/number")).isEqualTo(4);
        assertThat(told.at("/beside/1")).isEqualTo("null");
    }

    private static void purged(Server server, Roster camp) {
        Client client = Services.administrator(server);
        assertThat(client.with("If-Match", client.get(camp.place).tag())
                        .delete(camp.place)
                        .status())
                .isEqualTo(204);
        server.part(JdbcClient.class)
                .sql("UPDATE plan SET deleted = :then WHERE id = :id")
                .param("then", Timestamp.from(Instant.parse("2020-01-01T00:00:00Z")))
                .param("id", NewPlan.id(camp.place).value())
                .update();
        server.part(Trash.class)
                .whatIsDue(Instant.parse("2020-01-01T00:00:00Z")
                        .plus(PlanShelf.GRACE)
                        .plusMillis(1));
    }

    /** By the number by which calendars call the student, also where the problem says none. */
    @Test
    void whoIsForgottenIsCalledByTheNumber() {
        var problem = (Json.Structure) Json.fromJava(Map.of(
                "language",
                "EN",
                "students",
                List.of(Map.of("id", "a", "name", "A"), Map.of("id", "b", "name", "B", "number", 1))));
        Json.Structure anonymous = Anonymous.problem(problem);
        assertThat(anonymous)
                .isEqualTo(Json.fromJava(Map.of(
                        "language",
                        "EN",
                        "students",
                        List.of(
                                Map.of("id", "a", "name", "Student 2"),
                                Map.of("id", "b", "name", "Student 1", "number", 1)))));
        assertThat(Anonymous.problem(anonymous)).isEqualTo(anonymous);
    }
}
