package dk.grundskema.api.service.plan;

import static dk.grundskema.api.service.testing.StudentRosterFixture.FOURTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.archive.ArchiveFixture;
import dk.grundskema.api.service.testing.StudentRosterFixture;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.transaction.support.TransactionTemplate;

/** A student keeps one number while the plan exists, and no other student ever gets it. */
final class StudentNumberStoryTest {
    private static final String IMPORTS = "/api/v1/organisations/home/imports";

    @ParameterizedTest
    @DatabaseSource
    void otherStudentsKeepTheirNumbersWhenOneIsRemoved(TestDatabase database) {
        StudentRosterFixture camp = StudentRosterFixture.create(TestServices.on(database));
        Map<String, Integer> before = camp.numbers();
        assertThat(before.values()).doesNotHaveDuplicates().contains(1, 24);
        assertThat(camp.writtenStudents()).isEqualTo(StudentRosterFixture.exampleStudents());
        camp.removeStudent(FOURTH);
        assertThat(camp.numbers()).isEqualTo(StudentRosterFixture.with(before, Map.of(), FOURTH));
        assertThat(camp.writtenStudents().get(3)).containsEntry("id", "e05").containsEntry("number", 5);
        camp.upload(students -> students);
        assertThat(camp.numbers()).isEqualTo(before);
        assertThat(camp.writtenStudents()).isEqualTo(StudentRosterFixture.exampleStudents());
    }

    @ParameterizedTest
    @DatabaseSource
    void newStudentGetsAnUnusedNumberAndReturningStudentTheOwnNumber(TestDatabase database) {
        StudentRosterFixture camp = StudentRosterFixture.create(TestServices.on(database));
        camp.removeStudent(FOURTH);
        camp.addStudent("ny-1");
        assertThat(camp.number("ny-1")).isEqualTo(25);
        camp.removeStudent("ny-1");
        camp.addStudent("ny-2");
        assertThat(camp.number("ny-2")).isEqualTo(26);
        camp.addStudent(FOURTH);
        camp.addStudent("ny-1");
        assertThat(camp.numbers())
                .containsEntry(FOURTH, 4)
                .containsEntry("ny-1", 25)
                .containsEntry("ny-2", 26);
    }

    @ParameterizedTest
    @DatabaseSource
    void filesInAnotherOrderOrWithOtherNumbersChangeNobodysAndNewOnesMaySayAFreeOne(TestDatabase database) {
        StudentRosterFixture camp = StudentRosterFixture.create(TestServices.on(database));
        Map<String, Integer> before = camp.numbers();
        camp.upload(List::reversed);
        assertThat(camp.writtenStudents().getFirst()).containsEntry("number", 24);
        assertThat(camp.numbers()).isEqualTo(before);
        camp.removeStudent(FOURTH);
        camp.upload(students -> {
            var others = new ArrayList<Map<String, Object>>();
            for (Map<String, Object> each : students) {
                var one = new HashMap<>(each);
                one.put("number", 100 + others.size());
                others.add(one);
            }
            others.add(Map.of("id", "ny-1", "name", "Ny", "number", 4));
            others.add(Map.of("id", "ny-2", "name", "Ny", "number", 50));
            Collections.rotate(others, 2);
            return others;
        });
        assertThat(camp.numbers()).isEqualTo(StudentRosterFixture.with(before, Map.of("ny-1", 51, "ny-2", 50)));
        camp.addStudent("ny-1", 7000);
        assertThat(camp.number("ny-1")).as("entered by hand").isEqualTo(51);
    }

    @ParameterizedTest
    @DatabaseSource
    void numberAssignedByAnUndoneStepStaysAssigned(TestDatabase database) {
        StudentRosterFixture camp = StudentRosterFixture.create(TestServices.on(database));
        Map<String, Integer> before = camp.numbers();
        camp.addStudent("ny-1");
        String withTheFirst = camp.revision();
        camp.step("undo");
        assertThat(camp.numbers()).isEqualTo(before);
        camp.addStudent("ny-2");
        assertThat(camp.numbers()).isEqualTo(StudentRosterFixture.with(before, Map.of("ny-2", 26)));
        camp.step("undo");
        camp.step("redo");
        assertThat(camp.number("ny-2")).isEqualTo(26);
        camp.addStudent("ny-1");
        assertThat(camp.number("ny-1")).isEqualTo(25);
        camp.step("return", withTheFirst);
        assertThat(camp.numbers()).isEqualTo(StudentRosterFixture.with(before, Map.of("ny-1", 25)));
        camp.addStudent("ny-3");
        assertThat(camp.number("ny-3")).isEqualTo(27);
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanAndItsScenariosGiveNobodyTheSameNumber(TestDatabase database) {
        StudentRosterFixture camp = StudentRosterFixture.create(TestServices.on(database));
        Map<String, Integer> before = camp.numbers();
        StudentRosterFixture variant = camp.scenario();
        camp.removeStudent(FOURTH);
        camp.addStudent("ny-1");
        variant.addStudent("ny-2");
        assertThat(variant.numbers()).isEqualTo(StudentRosterFixture.with(before, Map.of("ny-2", 26)));
        camp.step("return", variant.revision());
        assertThat(camp.problem()).isEqualTo(variant.problem());
        camp.addStudent("ny-1");
        assertThat(camp.numbers()).isEqualTo(StudentRosterFixture.with(before, Map.of("ny-1", 25, "ny-2", 26)));
    }

    /** One of the two waits until the numbers assigned by the other are committed. */
    @ParameterizedTest
    @DatabaseSource
    void aPlanAndItsScenarioMayBeChangedAtOnce(TestDatabase database) throws Exception {
        Server server = TestServices.on(database);
        StudentRosterFixture camp = StudentRosterFixture.create(server);
        StudentRosterFixture variant = camp.scenario();
        var plans = server.bean(PlanStore.class);
        Plan plan = plans.get(TestPlans.planIdOf(camp.place));
        var more =
                new RevisionContent("revision.created", List.of(), withOneMore(server.bean(DocumentStore.class)), null);
        CompletableFuture<Answer> other = server.bean(TransactionTemplate.class).execute(status -> {
            plans.change(plan.id(), plan.version(), more, ArchiveFixture.READER);
            var second = CompletableFuture.supplyAsync(() -> variant.addStudent("ny-2"));
            assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS))
                    .as("it waits")
                    .isInstanceOf(TimeoutException.class);
            return second;
        });
        assertThat(other.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(camp.number("ny-1")).isEqualTo(25);
        assertThat(variant.number("ny-2")).isEqualTo(26);
    }

    private static StoredDocument.StoredProblem withOneMore(DocumentStore documents) {
        var problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        List<Map<String, Object>> students = StudentRosterFixture.exampleStudents();
        students.add(Map.of("id", "ny-1", "name", "Ny"));
        problem.put("students", students);
        return documents.storeProblem(Json.fromJava(problem), "", List.of());
    }

    @ParameterizedTest
    @DatabaseSource
    void numberAssignmentIsNoChangeInComparisonsAndAudit(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        StudentRosterFixture camp = StudentRosterFixture.create(server);
        String before = camp.revision();
        camp.removeStudent(FOURTH);
        String after = camp.revision();
        for (String comparison : List.of(before + "/comparison/" + after, after + "/comparison/" + before)) {
            Answer compared = client.get("/api/v1/revisions/" + comparison);
            assertThat((List<?>) compared.at("/problem")).as(compared.body()).hasSize(1);
            assertThat(compared.at("/problem/0/id")).isEqualTo(FOURTH);
        }
        Answer audit = client.get("/api/v1/organisations/home/audit?plan=" + TestPlans.planIdOf(camp.place));
        assertThat(audit.body()).contains("\"" + FOURTH + "\"").doesNotContain("\"e05\"");
    }

    @ParameterizedTest
    @DatabaseSource
    void aSolvedPlanCallsItsStudentsAsBeforeAndWhoCameMeanwhileAsTheyWereCalled(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        StudentRosterFixture camp = StudentRosterFixture.create(server);
        camp.removeStudent(FOURTH);
        Map<String, Integer> before = camp.numbers();
        String solve = client.post(camp.place + "/solves", Map.of("steps", 5)).header("Location");
        Polling.until(() -> client.get(solve), one -> one.at("/state").equals("DONE"));
        assertThat(client.get(camp.place).at("/revision/code")).isEqualTo("revision.solved");
        assertThat(camp.numbers()).isEqualTo(before);
        Object seen = client.get(camp.place + "/timetable/weeks").at("/students");
        assertThat(((List<?>) seen).stream().map(one -> (Map<?, ?>) one))
                .hasSize(23)
                .allSatisfy(one -> assertThat(one.get("number")).isEqualTo(before.get(one.get("id"))));
    }

    /** The files of a school, with a list of students. */
    private static List<ServiceClient.UploadedFile> school(String... students) {
        var files = new ArrayList<ServiceClient.UploadedFile>();
        for (String name : List.of("lokaler", "medarbejdere", "ringetider", "skema", "tolaerere", "behov")) {
            files.add(
                    ServiceClient.UploadedFile.of("files", Path.of("../../examples/school-12-classes", name + ".csv")));
        }
        files.add(new ServiceClient.UploadedFile(
                "files", "elever.csv", "Id;Navn;Klasse\n" + String.join("\n", students) + "\n"));
        return files;
    }

    @ParameterizedTest
    @DatabaseSource
    void filesOfASchoolPutIntoAPlanChangeNobodysNumber(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        Answer made = client.upload(
                IMPORTS + "?schoolYear=2026/27&acceptWarnings=true&createPlan=true",
                school("e1;Ada;1A", "e2;Bo;1A", "e3;Cai;2B"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        StudentRosterFixture school = new StudentRosterFixture(server, made.header("Location"));
        assertThat(school.numbers()).isEqualTo(Map.of("e1", 1, "e2", 2, "e3", 3));
        Answer again = client.withHeader("If-Match", client.get(school.place).tag())
                .upload(
                        school.place + "/imports?schoolYear=2026/27&acceptWarnings=true",
                        school("e4;Dorte;2B", "e3;Cai;2B", "e1;Ada;1A"));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(school.numbers()).isEqualTo(Map.of("e1", 1, "e3", 3, "e4", 4));
    }
}
