package dk.grundskema.api.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument.StoredTimetable;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changes of a plan whose need was raised after it was planned. */
final class ChangeOfEditedPlanTest {
    private static final String DAY = "2026-10-12";
    private static final List<String> WEEKS =
            IntStream.rangeClosed(41, 46).mapToObj(week -> "2026-W" + week).toList();

    private final Server server = TestServices.on(TestDatabase.H2);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final DocumentStore documents = server.bean(DocumentStore.class);
    private final String plan = SolvedPlans.createSolvedPlan(
            client, server, problem(Map.of("lessonsPerWeek", 8, "subjects", List.of("DAN"))), 200);

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
                IntStream.range(0, 16).mapToObj(ChangeOfEditedPlanTest::lesson).toList(),
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

    private Revision head() {
        var plans = server.bean(PlanStore.class);
        return plans.revision(plans.get(TestPlans.planIdOf(plan)).head());
    }

    private StoredTimetable timetable() {
        return Objects.requireNonNull(documents.timetableOf(head()));
    }

    private void raiseNeed() {
        Answer edited = client.withHeader("If-Match", client.get(plan).tag())
                .put(plan + "/problem", Map.of("problem", problem(Map.of("lessonsPerWeek", 14))));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
    }

    private Answer preview(List<Object> changes) {
        Answer asked = client.post(
                plan + "/changes",
                Map.of("now", DAY + "T06:00", "changes", changes, "steps", 5_000, "freshSeconds", 0));
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        Answer done = Polling.until(() -> client.get(asked.header("Location")), Polling::hasEnded);
        assertThat(done.at("/state")).as(done.body()).isEqualTo("DONE");
        return done;
    }

    private Timetable previewed(Answer preview) {
        StoredPreview stored = server.bean(ChangePreviewRepository.class)
                .get(TestPlans.planIdOf(plan), String.valueOf(preview.at("/id")));
        return documents.timetable(Objects.requireNonNull(stored.least())).value();
    }

    private Answer keep(Answer preview) {
        return client.withHeader("If-Match", client.get(plan).tag())
                .post(plan + "/changes/" + preview.at("/id") + "/keep", Map.of("which", "LEAST"));
    }

    private static Map<String, Object> away(StaffId who) {
        return Map.of(
                "kind",
                "STAFF_AWAY",
                "staffId",
                who.value(),
                "from",
                DAY + "T00:00",
                "until",
                LocalDate.parse(DAY).plusDays(1) + "T00:00");
    }

    private StaffId coTeacherOnTheDay() {
        return timetable().value().meetings().stream()
                .filter(one -> one.time().dates().contains(LocalDate.parse(DAY)))
                .map(Meeting::seats)
                .map(seats -> Objects.requireNonNull(seats.getLast().staffId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAbsenceChangesItsDayAndLeavesTheRaisedNeedToBePlanned() {
        StaffId away = coTeacherOnTheDay();
        raiseNeed();

        Answer preview = preview(List.of(away(away)));
        List<Meeting> previewed = previewed(preview).meetings();
        Answer kept = keep(preview);

        assertThat(preview.at("/least/dates")).as(preview.body()).isEqualTo(2);
        assertThat(preview.at("/least/personDays")).isEqualTo(1);
        assertThat(preview.at("/least/shortfalls/before")).isEqualTo(preview.at("/least/shortfalls/after"));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(documents.isEditedSincePlanned(documents.problem(head().problem()), timetable()))
                .as("the raised need is still to be planned")
                .isTrue();
        assertThat(documents.ratedPlan(head()).timetable().value().meetings())
                .as("the kept plan is rated as it was previewed")
                .isEqualTo(previewed);
        assertThat((Integer) preview(List.of()).at("/least/dates"))
                .as("a change of nothing else plans the raised need")
                .isGreaterThan(20);
    }
}
