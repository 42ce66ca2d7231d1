package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.timetable.StudentAliases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The students of a plan, and by which numbers they are called; nobody wishes to be with the fourth, so that one may leave. */
public final class Roster {
    /** The fourth of the camp's 24 students. */
    public static final String FOURTH = "e04";

    public final String place;
    private final Server server;
    private final Client client;

    /** Of the plan that is at a place. */
    public Roster(Server server, String place) {
        this.server = server;
        this.client = Services.administrator(server);
        this.place = place;
    }

    /** Of a new plan of the camp. */
    static Roster fresh(Server server) {
        return new Roster(server, NewPlan.of(Services.administrator(server)));
    }

    /** The numbers of all students as the plan is now, by their ids. */
    public Map<String, Integer> numbers() {
        var numbers = new TreeMap<String, Integer>();
        StudentAliases.of(problem().value()).all().forEach((student, number) -> numbers.put(student.value(), number));
        return numbers;
    }

    /** Numbers without those who left, and with those who came. */
    static Map<String, Integer> with(Map<String, Integer> before, Map<String, Integer> come, String... left) {
        var after = new TreeMap<>(before);
        List.of(left).forEach(after::remove);
        after.putAll(come);
        return after;
    }

    int number(String student) {
        return Objects.requireNonNull(numbers().get(student));
    }

    /** The problem that the plan is of. */
    public Kept.OfProblem problem() {
        var plans = server.part(Plans.class);
        return server.part(Documents.class)
                .problem(plans.revision(plans.get(NewPlan.id(place)).head()).problem());
    }

    /** What the problem says of its students. */
    List<Map<String, Object>> written() {
        return students(client.get(place + "/problem"));
    }

    @SuppressWarnings("unchecked") // a problem's students are objects
    static List<Map<String, Object>> students(Answer problem) {
        return (List<Map<String, Object>>) problem.at("/students");
    }

    /** The camp's students as they are in its file, which says no numbers. */
    @SuppressWarnings("unchecked") // a problem's students are objects
    static List<Map<String, Object>> inFile() {
        return new ArrayList<>((List<Map<String, Object>>)
                Objects.requireNonNull(Services.example("camp-3-weeks").get("students")));
    }

    private Client now() {
        return client.with("If-Match", client.get(place).tag());
    }

    /** Takes a student out. */
    public void leaves(String student) {
        fine(now().delete(place + "/students/" + student));
    }

    /** Adds a student, who may say a number. */
    public Answer comes(String student, Object... number) {
        var says = new HashMap<String, Object>(Map.of("name", "Ny " + student));
        if (number.length > 0) {
            says.put("number", number[0]);
        }
        return fine(now().put(place + "/students/" + student, says));
    }

    /** Puts the camp's file with other students in the place of the problem. */
    Answer upload(UnaryOperator<List<Map<String, Object>>> students) {
        var problem = new HashMap<>(Services.example("camp-3-weeks"));
        problem.put("students", students.apply(inFile()));
        return fine(now().put(place + "/problem", Map.of("problem", problem)));
    }

    /** Goes one step back or forth, or to a revision. */
    void step(String step, String... revision) {
        fine(now().post(place + "/" + step, revision.length == 0 ? Map.of() : Map.of("revision", revision[0])));
    }

    /** The revision that the plan is at. */
    String revision() {
        return String.valueOf(client.get(place).at("/revision/id"));
    }

    /** A scenario of it. */
    Roster scenario() {
        return new Roster(
                server,
                fine(client.post(place + "/scenarios", Map.of("title", "Variant")))
                        .header("Location"));
    }

    private static Answer fine(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
