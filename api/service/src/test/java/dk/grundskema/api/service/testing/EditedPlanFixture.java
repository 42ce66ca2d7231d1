package dk.grundskema.api.service.testing;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument.StoredTimetable;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A plan of co-teaching in eight lessons of Danish a week, in six weeks from 5 October 2026 on, whose need can be raised.
 *
 * @param plan where it is
 */
public record EditedPlanFixture(Server server, ServiceClient client, String plan) {
    private static final List<String> WEEKS =
            IntStream.rangeClosed(41, 46).mapToObj(week -> "2026-W" + week).toList();

    /** Returns a plan with a timetable. */
    public static EditedPlanFixture create(Server server) {
        ServiceClient client = ServiceClient.administrator(server);
        return new EditedPlanFixture(
                server,
                client,
                SolvedPlans.createSolvedPlan(
                        client, server, problem(Map.of("lessonsPerWeek", 8, "subjects", List.of("DAN"))), 200));
    }

    /** 07a has eight lessons of Danish and eight of maths a week, and needs a second adult in some of them. */
    private static Map<String, Object> problem(Map<String, Object> need) {
        return Map.of(
                "version",
                1,
                "title",
                "School",
                "language",
                "EN",
                "horizon",
                Map.of("firstWeek", "2026-W41", "weeks", WEEKS.size()),
                "sites",
                List.of(Map.of("id", "home", "name", "School")),
                "staff",
                Stream.of("ann", "kim", "lea")
                        .map(id -> Map.of("id", id, "name", id + " Dam"))
                        .toList(),
                "groups",
                List.of(Map.of("id", "F06", "name", "07a", "kind", "CLASS", "members", List.of())),
                "lessons",
                IntStream.range(0, 16).mapToObj(EditedPlanFixture::lesson).toList(),
                "interventions",
                List.of(Map.of(
                        "id", "co", "type", "co-teaching", "title", "Co-teaching", "parameters", parameters(need))));
    }

    private static Map<String, Object> parameters(Map<String, Object> need) {
        return Map.of(
                "classes",
                List.of(Stream.concat(Stream.of(Map.entry("groupId", "F06")), need.entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))),
                "pool",
                Stream.of("kim", "lea")
                        .map(id -> Map.of("staffId", id, "lessonsPerWeek", 20))
                        .toList(),
                "preparation",
                Map.of("minutesType1", 0));
    }

    private static Map<String, Object> lesson(int number) {
        String subject = number < 8 ? "DAN" : "MAT";
        int hour = 8 + number / 4;
        String day = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY").get(number % 4);
        return Map.of(
                "id",
                "l" + number,
                "title",
                subject,
                "subject",
                subject,
                "groupIds",
                List.of("F06"),
                "staffIds",
                List.of("ann"),
                "time",
                Map.of(
                        "weeks",
                        WEEKS,
                        "weekday",
                        day,
                        "start",
                        "%02d:00".formatted(hour),
                        "end",
                        "%02d:45".formatted(hour)));
    }

    /** The newest revision. */
    public Revision head() {
        var plans = server.bean(PlanStore.class);
        return plans.revision(plans.get(TestPlans.planIdOf(plan)).head());
    }

    /** The timetable as it is stored. */
    public StoredTimetable timetable() {
        return Objects.requireNonNull(server.bean(DocumentStore.class).timetableOf(head()));
    }

    /** Has the plan ask for six lessons a week more, of Danish and maths. */
    public void raiseNeed() {
        Answer edited = client.withHeader("If-Match", client.get(plan).tag())
                .put(plan + "/problem", Map.of("problem", problem(Map.of("lessonsPerWeek", 14))));
        if (edited.status() != 200) {
            throw new AssertionError("The need could not be raised: " + edited);
        }
    }

    /** Gives the plan another timetable of its present problem. */
    public void keep(Timetable timetable) {
        var plans = server.bean(PlanStore.class);
        var documents = server.bean(DocumentStore.class);
        Plan present = plans.get(TestPlans.planIdOf(plan));
        plans.change(
                present.id(),
                present.version(),
                new RevisionContent(
                        "revision.created", List.of(), documents.problem(head().problem()), documents.store(timetable)),
                new AccountId("tests"));
    }
}
