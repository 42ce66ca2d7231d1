package dk.grundskema.api.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.testing.EditedPlanFixture;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A plan whose need was raised after it was planned: its changes, and the lessons that it is rated with. */
final class ChangeOfEditedPlanTest {
    private static final String DAY = "2026-10-12";

    private final Server server = TestServices.on(TestDatabase.H2);
    private final EditedPlanFixture edited = EditedPlanFixture.create(server);
    private final ServiceClient client = edited.client();
    private final String plan = edited.plan();
    private final DocumentStore documents = server.bean(DocumentStore.class);

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
        return edited.timetable().value().meetings().stream()
                .filter(one -> one.time().dates().contains(LocalDate.parse(DAY)))
                .map(Meeting::seats)
                .map(seats -> Objects.requireNonNull(seats.getLast().staffId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAbsenceChangesItsDayAndLeavesTheRaisedNeedToBePlanned() {
        StaffId away = coTeacherOnTheDay();
        edited.raiseNeed();

        Answer preview = preview(List.of(away(away)));
        List<Meeting> previewed = previewed(preview).meetings();
        Answer kept = keep(preview);

        assertThat(preview.at("/least/dates")).as(preview.body()).isEqualTo(2);
        assertThat(preview.at("/least/personDays")).isEqualTo(1);
        assertThat(preview.at("/least/shortfalls/before")).isEqualTo(preview.at("/least/shortfalls/after"));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(documents.isEditedSincePlanned(
                        documents.problem(edited.head().problem()), edited.timetable()))
                .as("the raised need is still to be planned")
                .isTrue();
        assertThat(documents.ratedPlan(edited.head()).timetable().value().meetings())
                .as("the kept plan is rated as it was previewed")
                .isEqualTo(previewed);
        assertThat((Integer) preview(List.of()).at("/least/dates"))
                .as("a change of nothing else plans the raised need")
                .isGreaterThan(20);
    }

    @Test
    void lessonsThatAreAskedForSinceAreRatedAsHeldAndOneThatWasAskedForBeforeIsMissing() {
        Timetable planned = edited.timetable().value();
        Meeting lost = planned.meetings().getFirst();
        edited.keep(planned.withMeetings(
                planned.meetings().subList(1, planned.meetings().size())));
        edited.raiseNeed();

        documents.prefetchForRating(List.of(edited.head()));
        Timetable rated = documents.ratedPlan(edited.head()).timetable().value();

        assertThat(rated.meetings())
                .hasSize(7 + 8)
                .extracting(Meeting::sessionId)
                .doesNotContain(lost.sessionId());
    }

    @Test
    void locksSetAfterAnEditAreThoseOfTheProblemThatThePlanWasMadeFor() {
        StaffId locked = coTeacherOnTheDay();
        edited.raiseNeed();

        Answer answer = client.withHeader("If-Match", client.get(plan).tag())
                .post(plan + "/locks", Map.of("staffId", locked.value(), "what", List.of("SEATS")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Timetable marked = edited.timetable().value();
        Problem source = Objects.requireNonNull(documents.readSourceProblem(edited.timetable()));
        assertThat(source.locks()).isNotEmpty();
        assertThat(server.bean(PluginPlanningFacade.class).checkTimetable(source, marked))
                .extracting(RuleViolation::rule)
                .doesNotContain("core.asked-locks");
        assertThat(documents.isEditedSincePlanned(
                        documents.problem(edited.head().problem()), edited.timetable()))
                .as("the raised need is still to be planned")
                .isTrue();
    }
}
