package dk.grundskema.api.service.privacy;

import static dk.grundskema.api.service.testing.NamedCampProblem.lastDay;
import static dk.grundskema.api.service.testing.NamedCampProblem.problem;
import static dk.grundskema.api.service.testing.NamedCampProblem.students;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.DocumentRepository;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.UnusedDocumentCollector;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans that have ended forget who took part in them. */
final class PlanAnonymiserTest {
    /** Gives the staff addresses by which plans of other organisations know them. */
    @SuppressWarnings("unchecked") // they are objects
    private static Map<String, Object> withMail(Map<String, Object> problem) {
        var staff = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> each : (List<Map<String, Object>>) Objects.requireNonNull(problem.get("staff"))) {
            var one = new HashMap<>(each);
            one.put("email", "ansat" + staff.size() + "@lejr.example");
            staff.add(one);
        }
        var changed = new HashMap<>(problem);
        changed.put("staff", staff);
        return changed;
    }

    @ParameterizedTest
    @DatabaseSource
    void plansThatHaveEndedForgetWhoTookPartInAllTheirRevisions(TestDatabase database) {
        ServiceClient home = ServiceClient.administrator(TestServices.on(database));
        String binding = SolvedPlans.createSolvedPlan(
                home, TestServices.on(database), withMail(problem("Hjemmets lejr", "Nils Nabo")), 20);
        home.withHeader("If-Match", home.get(binding).tag()).put(binding + "/in-use", Map.of("inUse", true));
        TestSchool school = TestSchool.create(TestServices.on(database));
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        Map<String, Object> old = withMail(problem("Lejr", "Yrsa Glemsel"));
        ServiceClient kept = administrator.withHeader("Idempotency-Key", "forget");
        Answer plan = kept.post(school.path() + "/plans", Map.of("title", "Lejr", "problem", old));
        assertThat(kept.post(school.path() + "/plans", Map.of("title", "Lejr", "problem", old))
                        .header("Location"))
                .as("kept for the next request")
                .isEqualTo(plan.header("Location"));
        String path = plan.header("Location");
        administrator
                .withHeader("If-Match", plan.tag())
                .put(path + "/problem", Map.of("problem", withMail(problem("Anden lejr", "Yrsa Glemsel"))));
        administrator
                .withHeader("If-Match", administrator.get(path).tag())
                .put(path + "/staff/ekstra", Map.of("name", "Yrsa Ansat Ekstra"));
        assertThat(administrator.get(path + "/revisions").body())
                .as("an added person has the same name as in the plan")
                .contains("Yrsa Ansat Ekstra", "revision.staff-added");
        String solve = administrator
                .post(path + "/solves", Map.of("steps", 1_000_000_000))
                .header("Location");
        Polling.until(() -> administrator.get(solve), one -> one.at("/score") instanceof Map);
        administrator.post(solve + "/stop", Map.of());
        Polling.until(() -> administrator.get(solve), one -> one.at("/state").equals("DONE"));
        home.withHeader("If-Match", home.get(binding).tag()).delete(binding);
        assertThat(inDocuments(database, "Yrsa Glemsel"))
                .as("three problems, and the last with what the plan of the home binds its staff to")
                .isEqualTo(4);
        Answer before = administrator.get(path + "/problem");
        LocalDate end = lastDay(before);
        var planAnonymiser = TestServices.on(database).bean(PlanAnonymiser.class);
        LocalDate day = end.plusDays(31);
        planAnonymiser.forgetDuePlans(day);
        assertThat(administrator.get(path + "/problem").body()).isEqualTo(before.body());
        administrator.withHeader("If-Match", "\"1\"").put(school.path(), Map.of("name", "Skole", "retentionDays", 31));
        planAnonymiser.forgetDuePlans(day);
        assertThat(administrator.get(path + "/problem").body())
                .as("on the very day it is still there")
                .isEqualTo(before.body());
        administrator.withHeader("If-Match", "\"2\"").put(school.path(), Map.of("name", "Skole", "retentionDays", 30));
        planAnonymiser.forgetDuePlans(day);
        Answer after = administrator.get(path + "/problem");
        assertThat(after.tag()).isNotEqualTo(before.tag());
        assertThat(students(after)).hasSameSizeAs(students(before));
        for (int i = 0; i < students(after).size(); i++) {
            Map<String, Object> student = students(after).get(i);
            assertThat(student.get("id")).isEqualTo(students(before).get(i).get("id"));
            assertThat(student.get("name")).isEqualTo("Elev " + (i + 1));
            assertThat(student).doesNotContainKeys("wishedWith", "neverWith", "availability");
        }
        assertThat(after.body()).contains("Anden lejr").doesNotContain("\"email\"", "\"wishes\"");
        assertThat((List<?>) after.at("/staff")).as("the staff, too").hasSameSizeAs((List<?>) before.at("/staff"));
        assertThat(after.at("/staff/0/name")).isEqualTo("Medarbejder 1");
        assertThat(after.at("/staff/0/id")).isEqualTo(before.at("/staff/0/id"));
        assertThat(administrator.get(path + "/revisions").body())
                .contains("Medarbejder " + ((List<?>) after.at("/staff")).size(), "revision.staff-added")
                .doesNotContain("Yrsa");
        TestServices.on(database)
                .bean(UnusedDocumentCollector.class)
                .deleteReleased(TestClock.now().plus(DocumentRepository.GRACE_PERIOD.multipliedBy(2)));
        assertThat(inDocuments(database, "Yrsa Ansat")).isZero();
        Answer again = kept.post(school.path() + "/plans", Map.of("title", "Lejr", "problem", old));
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("rest.idempotency-forgotten");
        assertThat(TestServices.on(database)
                        .bean(JdbcClient.class)
                        .sql("SELECT COUNT(*) FROM answered_request WHERE about = :school AND answer IS NOT NULL")
                        .param("school", school.id())
                        .query(Long.class)
                        .single())
                .isZero();
        Answer undone = administrator.withHeader("If-Match", after.tag()).post(path + "/undo", Map.of());
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(administrator.get(path + "/problem").body())
                .contains("Elev 1")
                .doesNotContain("Yrsa");
        assertThat(administrator.get(path + "/findings").status()).isEqualTo(200);
        assertThat(administrator.get(solve).status())
                .as("its timetable is of the same people")
                .isEqualTo(404);
        assertThat(inDocuments(database, "Yrsa Glemsel")).isZero();
        assertThat(administrator.get(school.path() + "/audit").body()).contains("audit.plan-forgot");
    }

    @ParameterizedTest
    @DatabaseSource
    void plansForgetByTheEndOfWhatTheyAreAtAndSchoolsByWhatTheMunicipalitySays(TestDatabase database) {
        TestSchool municipality = TestSchool.create(TestServices.on(database));
        ServiceClient administrator = municipality.addPerson(Role.ADMINISTRATOR).browser();
        Answer school = administrator.post(municipality.path() + "/organisations", Map.of("name", "Skole"));
        String below = "/api/v1/organisations/" + school.at("/id");
        var old = problem("Lejr", "Ulla Arv");
        Answer plan = administrator.post(below + "/plans", Map.of("title", "Lejr", "problem", old));
        String path = plan.header("Location");
        LocalDate end = lastDay(administrator.get(path + "/problem"));
        var longer = new HashMap<>(old);
        @SuppressWarnings("unchecked") // it is an object
        var horizon = new HashMap<>((Map<String, Object>) old.get("horizon"));
        horizon.put("weeks", ((Number) horizon.get("weeks")).intValue() + 8);
        longer.put("horizon", horizon);
        Answer put = administrator.withHeader("If-Match", plan.tag()).put(path + "/problem", Map.of("problem", longer));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        var planAnonymiser = TestServices.on(database).bean(PlanAnonymiser.class);
        LocalDate day = end.plusDays(31);
        administrator
                .withHeader("If-Match", "\"1\"")
                .put(municipality.path(), Map.of("name", "Kommune", "retentionDays", 30));
        planAnonymiser.forgetDuePlans(day);
        assertThat(administrator.get(path + "/problem").body())
                .as("it ends later by what it is at")
                .contains("Ulla Arv");
        administrator.withHeader("If-Match", put.tag()).post(path + "/undo", Map.of());
        administrator.withHeader("If-Match", "\"1\"").put(below, Map.of("name", "Skole", "retentionDays", 31));
        planAnonymiser.forgetDuePlans(day);
        assertThat(administrator.get(path + "/problem").body())
                .as("a school's own days come first")
                .contains("Ulla Arv");
        administrator.withHeader("If-Match", "\"2\"").put(below, Map.of("name", "Skole"));
        planAnonymiser.forgetDuePlans(day);
        Answer after = administrator.get(path + "/problem");
        assertThat(after.body()).contains("Elev 1").doesNotContain("Ulla");
        Answer redone = administrator.withHeader("If-Match", after.tag()).post(path + "/redo", Map.of());
        assertThat(redone.status()).as(redone.body()).isEqualTo(200);
        assertThat(administrator.get(path + "/problem").body())
                .as("an undone step is anonymised, too")
                .contains("Elev 1")
                .doesNotContain("Ulla");
    }

    /** How many documents in the database have a text in them. */
    private static long inDocuments(TestDatabase database, String text) {
        var documents = TestServices.on(database).bean(DocumentStore.class);
        return TestServices.on(database)
                .bean(JdbcClient.class)
                .sql("SELECT hash FROM document")
                .query(String.class)
                .list()
                .stream()
                .filter(hash -> documents.text(hash).contains(text))
                .count();
    }

    @ParameterizedTest
    @DatabaseSource
    void administratorsLetPlansForgetBeforeTheirTime(TestDatabase database) {
        TestSchool school = TestSchool.create(TestServices.on(database));
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        Map<String, Object> old = Map.of(
                "version",
                1,
                "title",
                "Lejr",
                "horizon",
                Map.of("firstWeek", "2025-W37", "weeks", 3),
                "sites",
                List.of(Map.of("id", "s1", "name", "Skolen")),
                "students",
                List.of(Map.of("id", "e1", "name", "Zenta Forbi")));
        Answer plan = administrator.post(school.path() + "/plans", Map.of("title", "Lejr", "problem", old));
        String path = plan.header("Location");
        LocalDate end = lastDay(administrator.get(path + "/problem"));
        String forget = school.path() + "/forget";
        Answer future = administrator.post(forget, Map.of("endedBefore", "2099-01-01"));
        assertThat(future.status()).isEqualTo(422);
        assertThat(administrator.post(forget, Map.of("endedBefore", "i går")).status())
                .isEqualTo(422);
        assertThat(administrator
                        .post(forget, Map.of("endedBefore", end.toString()))
                        .at("/plans"))
                .isEqualTo(List.of());
        assertThat(administrator.get(path + "/problem").body()).contains("Zenta Forbi");

        Answer forgotten =
                administrator.post(forget, Map.of("endedBefore", end.plusDays(1).toString()));

        assertThat(forgotten.body()).contains(path.substring(path.lastIndexOf('/') + 1));
        assertThat(administrator.get(path + "/problem").body())
                .contains("Elev 1")
                .doesNotContain("Zenta");
    }
}
