package dk.grundskema.api.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.StudentAliases;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.StoredDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The students of a plan with their numbers. Nobody wishes for the company of the fourth, so that student can be removed. */
public final class StudentRosterFixture {
    /** The fourth of the camp's 24 students. */
    public static final String FOURTH = "e04";

    public final String place;
    private final Server server;
    private final ServiceClient client;

    /** Of the plan that is at a place. */
    public StudentRosterFixture(Server server, String place) {
        this.server = server;
        this.client = ServiceClient.administrator(server);
        this.place = place;
    }

    /** Of a new plan of the camp. */
    public static StudentRosterFixture create(Server server) {
        return new StudentRosterFixture(server, TestPlans.createCampPlan(ServiceClient.administrator(server)));
    }

    /** The numbers of all students as the plan is now, by their ids. */
    public Map<String, Integer> numbers() {
        var numbers = new TreeMap<String, Integer>();
        StudentAliases.of(problem().value()).all().forEach((student, number) -> numbers.put(student.value(), number));
        return numbers;
    }

    /** Numbers without those who left, and with those who came. */
    public static Map<String, Integer> with(Map<String, Integer> before, Map<String, Integer> come, String... left) {
        var after = new TreeMap<>(before);
        List.of(left).forEach(after::remove);
        after.putAll(come);
        return after;
    }

    public int number(String student) {
        return Objects.requireNonNull(numbers().get(student));
    }

    /** The problem that the plan is of. */
    public StoredDocument.StoredProblem problem() {
        var plans = server.bean(PlanStore.class);
        return server.bean(DocumentStore.class)
                .problem(plans.revision(plans.get(TestPlans.planIdOf(place)).head())
                        .problem());
    }

    /** Returns the students of the problem. */
    public List<Map<String, Object>> writtenStudents() {
        return students(client.get(place + "/problem"));
    }

    @SuppressWarnings("unchecked") // a problem's students are objects
    static List<Map<String, Object>> students(Answer problem) {
        return (List<Map<String, Object>>) problem.at("/students");
    }

    /** The camp's students as they are in its file, which says no numbers. */
    @SuppressWarnings("unchecked")
    public // a problem's students are objects
    static List<Map<String, Object>> exampleStudents() {
        return new ArrayList<>((List<Map<String, Object>>) Objects.requireNonNull(
                TestServices.exampleProblem("camp-3-weeks").get("students")));
    }

    private ServiceClient versionedClient() {
        return client.withHeader("If-Match", client.get(place).tag());
    }

    /** Takes a student out. */
    public void removeStudent(String student) {
        requireSuccess(versionedClient().delete(place + "/students/" + student));
    }

    /** Adds a student, who may say a number. */
    public Answer addStudent(String student, Object... number) {
        var says = new HashMap<String, Object>(Map.of("name", "Ny " + student));
        if (number.length > 0) {
            says.put("number", number[0]);
        }
        return requireSuccess(versionedClient().put(place + "/students/" + student, says));
    }

    /** Puts the camp's file with other students in the place of the problem. */
    public Answer upload(UnaryOperator<List<Map<String, Object>>> students) {
        var problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        problem.put("students", students.apply(exampleStudents()));
        return requireSuccess(versionedClient().put(place + "/problem", Map.of("problem", problem)));
    }

    /** Undoes or redoes a step, or returns to a revision. */
    public void step(String step, String... revision) {
        requireSuccess(versionedClient()
                .post(place + "/" + step, revision.length == 0 ? Map.of() : Map.of("revision", revision[0])));
    }

    /** Returns the current revision of the plan. */
    public String revision() {
        return String.valueOf(client.get(place).at("/revision/id"));
    }

    /** Creates a scenario of the plan. */
    public StudentRosterFixture scenario() {
        return new StudentRosterFixture(
                server,
                requireSuccess(client.post(place + "/scenarios", Map.of("title", "Variant")))
                        .header("Location"));
    }

    private static Answer requireSuccess(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
