package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.OperationRegistry;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.platform.testing.TestSchool.Person;
import dk.grundskema.api.service.testing.TestServices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

final class AuditLogTest {
    @SuppressWarnings("unchecked") // a problem's students are objects
    private static Map<String, Object> withAnotherName(Map<String, Object> problem, int student) {
        var changed = new HashMap<>(problem);
        var students = new ArrayList<>((List<Map<String, Object>>) problem.get("students"));
        var one = new HashMap<>(students.get(student));
        one.put("name", "Et Andet Navn");
        students.set(student, one);
        changed.put("students", students);
        return changed;
    }

    @ParameterizedTest
    @DatabaseSource
    void peopleAndPlansThatCannotBeAreRefused(TestDatabase database) {
        ServiceClient administrator = ServiceClient.administrator(TestServices.on(database));
        for (String parameter : List.of("person", "plan")) {
            Answer refused = administrator.get("/api/v1/organisations/home/audit?" + parameter + "=%00");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.at("/code")).isEqualTo("rest.bad-parameter");
        }
    }

    @Test
    void operationShowingStudentsHasAnAuditTextAndEachTextAnOperation() {
        var operations =
                TestServices.on(TestDatabase.H2).bean(OperationRegistry.class).all();
        var texts = ResourceBundle.getBundle("dk.grundskema.api.platform.signin.messages", Locale.ENGLISH);
        assertThat(operations.stream()
                        .filter(one -> one.needs() == Permission.READ_STUDENTS)
                        .map(one -> "audit.used." + one.id()))
                .hasSizeGreaterThan(8)
                .allMatch(texts::containsKey);
        Set<String> ids = operations.stream()
                .map(OperationRegistry.RegisteredOperation::id)
                .collect(Collectors.toSet());
        assertThat(texts.keySet().stream()
                        .filter(key -> key.startsWith("audit.used."))
                        .map(key -> key.substring("audit.used.".length())))
                .isSubsetOf(ids);
    }

    @ParameterizedTest
    @DatabaseSource
    void auditShowsReadsAndChangesOfStudentsByIdAlone(TestDatabase database) {
        TestSchool school = TestSchool.create(TestServices.on(database));
        Person planner = school.addPerson(Role.PLANNER);
        ServiceClient browser = planner.browser();
        Map<String, Object> problem = TestServices.exampleProblem("camp-3-weeks");
        Answer plan = browser.post(school.path() + "/plans", Map.of("title", "Lejr", "problem", problem));
        String path = plan.header("Location");
        browser.get(path + "/problem");
        browser.withHeader("If-Match", plan.tag())
                .put(path + "/problem", Map.of("problem", withAnotherName(problem, 3)));
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        Answer audit = administrator.get(school.path() + "/audit");
        assertThat(audit.at("/items/0/kind")).isEqualTo("CHANGED");
        assertThat(audit.at("/items/0/person")).isEqualTo(student(problem, 3, "id"));
        assertThat(audit.at("/items/0/account")).isEqualTo(planner.id());
        assertThat(audit.at("/items/0/plan")).isEqualTo(plan.at("/id"));
        assertThat(audit.at("/items/1/kind")).isEqualTo("SEEN");
        assertThat(audit.at("/items/1/person")).as("everybody").isEqualTo("null");
        assertThat(audit.at("/items/1/text")).isEqualTo("Looked at what is planned");
        assertThat(audit.at("/items/1/action")).isEqualTo("getProblem");
        Answer danish = new ServiceClient(administrator.base(), List.of("Accept-Language", "da"))
                .withToken(TestDatabase.TOKEN)
                .get(school.path() + "/audit");
        assertThat(danish.at("/items/1/text")).isEqualTo("Så det, der planlægges");
        assertThat(audit.at("/items/1/request")).isNotEqualTo("");
        assertThat(audit.at("/items/2/action")).isEqualTo("audit.plan-made");
        assertThat(audit.body()).doesNotContain("Et Andet Navn", student(problem, 3, "name"));
        Answer one = administrator.get(school.path() + "/audit?person=" + student(problem, 4, "id"));
        assertThat(one.body()).contains("getProblem").doesNotContain("audit.problem-changed");
        assertThat(administrator.get(school.path() + "/audit?after=0").status()).isEqualTo(400);
    }

    @SuppressWarnings("unchecked") // a problem's students are objects
    private static String student(Map<String, Object> problem, int number, String field) {
        return (String) ((List<Map<String, Object>>) problem.get("students"))
                .get(number)
                .get(field);
    }

    @ParameterizedTest
    @DatabaseSource
    void olderAuditEntriesAreOnFurtherPages(TestDatabase database) {
        TestSchool school = TestSchool.create(TestServices.on(database));
        var audit = school.server().bean(AuditLog.class);
        for (int i = 0; i < 60; i++) {
            audit.recordSeen(
                    new AccountId("somebody"),
                    new OrganisationId(school.id()),
                    new AccountId("plan"),
                    "audit.problem-seen");
        }
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        Answer first = administrator.get(school.path() + "/audit");
        assertThat((List<?>) first.at("/items")).hasSize(50);
        Answer second = administrator.get(school.path() + "/audit?after=" + first.at("/next"));
        assertThat((List<?>) second.at("/items")).hasSize(10);
        assertThat(second.at("/next")).isEqualTo("null");
        assertThat(second.at("/gone").toString()).isEqualTo("0");
    }

    @ParameterizedTest
    @DatabaseSource
    void auditOfAStudentListsActionsOnEveryPlanThatHadTheStudent(TestDatabase database) {
        TestSchool school = TestSchool.create(TestServices.on(database));
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        Map<String, Object> problem = TestServices.exampleProblem("camp-3-weeks");
        var another = new HashMap<>(problem);
        var students = new ArrayList<Object>((List<?>) problem.get("students"));
        students.add(Map.of("id", "only-here", "name", "Kun Her"));
        another.put("students", students);
        String with = administrator
                .post(school.path() + "/plans", Map.of("title", "Med", "problem", another))
                .header("Location");
        String without = administrator
                .post(school.path() + "/plans", Map.of("title", "Uden", "problem", problem))
                .header("Location");
        for (String plan : List.of(with, without)) {
            administrator.get(plan + "/problem");
            administrator.get("/api/v1/revisions/" + administrator.get(plan).at("/revision/id") + "/problem");
        }
        Answer of = administrator.get(school.path() + "/audit?person=only-here");
        assertThat(of.body())
                .contains(
                        "getProblem",
                        "getRevisionProblem",
                        "audit.plan-made",
                        with.substring(with.lastIndexOf('/') + 1))
                .doesNotContain(
                        without.substring(without.lastIndexOf('/') + 1),
                        String.valueOf(administrator.get(without).at("/revision/id")));
        Answer gone = administrator
                .withHeader("If-Match", administrator.get(with).tag())
                .delete(with + "/students/only-here");
        assertThat(gone.status()).as(gone.body()).isEqualTo(200);
        assertThat(administrator.get(school.path() + "/audit?person=only-here").body())
                .as("was in it once")
                .contains("getProblem", "audit.problem-changed");
        assertThat((List<?>) administrator
                        .get(school.path() + "/audit?person=nobody")
                        .at("/items"))
                .isEmpty();
    }
}
