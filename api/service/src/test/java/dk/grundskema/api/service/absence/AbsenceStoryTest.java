package dk.grundskema.api.service.absence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.edit.MeetingParticipants;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.testing.AbsenceChanges;
import dk.grundskema.api.service.testing.PlannedCampFixture;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;

/** Absences, changes around them and attendance over REST. */
final class AbsenceStoryTest {
    private static final String WHY = "Hemmelig diagnose";

    private static String person(Meeting meeting) {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static LocalDate day(Meeting meeting) {
        return meeting.time().firstDate();
    }

    private static String absence(PlannedCampFixture camp, Meeting meeting) {
        Answer made = camp.client()
                .post(
                        camp.path() + "/absences",
                        Map.of(
                                "staffId",
                                person(meeting),
                                "from",
                                day(meeting) + "T00:00",
                                "until",
                                day(meeting).plusDays(1) + "T00:00",
                                "reason",
                                WHY));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.header("Location");
    }

    private static boolean isThere(PlannedCampFixture camp, String who, LocalDate day) {
        return camp.currentTimetable().meetings().stream()
                .filter(one -> one.time().dates().contains(day))
                .flatMap(one -> one.seats().stream())
                .anyMatch(
                        seat -> seat.staffId() != null && seat.staffId().value().equals(who));
    }

    @ParameterizedTest
    @DatabaseSource
    void aChangeTakesAnybodyWhoIsAwayOutAndNobodyLearnsWhy(TestDatabase database) {
        PlannedCampFixture camp = PlannedCampFixture.start(database);
        Meeting meeting = camp.module();
        String who = person(meeting);
        String absence = absence(camp, meeting);
        assertThat(camp.client().get(absence).at("/reason")).isEqualTo(WHY);
        String now = day(meeting) + "T00:00";
        Answer open = camp.client().get(absence + "/candidates?now=" + now);
        assertThat(open.status()).as(open.body()).isEqualTo(200);
        assertThat((List<?>) open.at("/seats")).isNotEmpty();
        assertThat(open.body()).doesNotContain(WHY);
        Answer preview = AbsenceChanges.preview(camp.client(), absence, Map.of("steps", 20_000, "now", now));
        assertThat((List<?>) preview.at("/least/sections")).isNotEmpty();
        assertThat(camp.currentProblem()).as("nothing is kept yet").isEqualTo(camp.plannedProblem());
        AbsenceChanges.keep(camp.client(), camp.path(), absence, Map.of("steps", 20_000, "now", now));
        assertThat(isThere(camp, who, day(meeting))).isFalse();
        assertThat(camp.currentProblem()).isNotEqualTo(camp.plannedProblem());
        assertThat(camp.client().get(camp.path()).body()).doesNotContain(WHY);
        assertThat(camp.client().get(camp.path() + "/problem").body()).doesNotContain(WHY);
        camp.versionedClient().post(camp.path() + "/undo", Map.of());
        assertThat(camp.currentProblem()).isEqualTo(camp.plannedProblem());
        assertThat(camp.client().delete(absence).status()).isEqualTo(204);
        assertThat(camp.client().get(absence).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @DatabaseSource
    void aSeatThatFellOpenIsTakenDirectly(TestDatabase database) {
        PlannedCampFixture camp = PlannedCampFixture.start(database);
        Meeting meeting = camp.module();
        String absence = absence(camp, meeting);
        String now = day(meeting) + "T00:00";
        Answer open = camp.client().get(absence + "/candidates?now=" + now);
        Map<?, ?> seat = ((List<?>) open.at("/seats"))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .filter(one -> one.get("candidates") instanceof List<?> some && !some.isEmpty())
                        .findFirst()
                        .orElseThrow();
        String other = (String)
                ((Map<?, ?>) ((List<?>) Objects.requireNonNull(seat.get("candidates"))).getFirst()).get("staffId");
        Answer taken = camp.versionedClient()
                .post(
                        absence + "/take",
                        Map.of(
                                "sessionId", Objects.requireNonNull(seat.get("sessionId")),
                                "position", Objects.requireNonNull(seat.get("position")),
                                "staffId", Objects.requireNonNull(other),
                                "now", now));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(camp.currentTimetable().meetings())
                .filteredOn(one -> one.sessionId().value().equals(seat.get("sessionId")))
                .allSatisfy(one -> assertThat(one.seats())
                        .anyMatch(each ->
                                each.staffId() != null && each.staffId().value().equals(other)));
    }

    @ParameterizedTest
    @DatabaseSource
    void onlySeatsThatTheAbsenceLeavesVacantAreTaken(TestDatabase database) {
        PlannedCampFixture camp = PlannedCampFixture.start(database);
        Meeting meeting = camp.module();
        String absence = absence(camp, meeting);
        Map<String, Object> begun = Map.of(
                "sessionId",
                meeting.sessionId().value(),
                "position",
                0,
                "now",
                day(meeting).atTime(meeting.start()).plusMinutes(1).toString());
        Map<String, Object> none =
                Map.of("sessionId", meeting.sessionId().value(), "position", 99, "now", day(meeting) + "T00:00");
        for (Map<String, Object> seat : List.of(begun, none)) {
            Answer refused = camp.versionedClient().post(absence + "/take", seat);
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.body()).contains("editing.seat-not-vacant");
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void nobodyWhoIsAwayAsWellIsOfferedOrTaken(TestDatabase database) {
        PlannedCampFixture camp = PlannedCampFixture.start(database);
        Meeting meeting = camp.module();
        LocalDate day = day(meeting);
        String absence = absence(camp, meeting);
        Map<String, Object> now = Map.of("steps", 20_000, "now", day + "T00:00");
        String candidates = absence + "/candidates?now=" + day + "T00:00";
        String also = ((List<?>) camp.client().get(candidates).at("/seats"))
                .stream()
                        .flatMap(one -> candidatesOf((Map<?, ?>) one).stream())
                        .filter(one -> !heldOn(camp, one, day).isEmpty())
                        .findFirst()
                        .orElseThrow();
        Answer entered = camp.client()
                .post(
                        camp.path() + "/absences",
                        Map.of("staffId", also, "from", day + "T00:00", "until", day.plusDays(1) + "T00:00"));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat((List<?>) camp.client().get(candidates).at("/seats"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(candidatesOf((Map<?, ?>) one)).doesNotContain(also))
                .allSatisfy(one -> assertThat((List<?>) ((Map<?, ?>) one).get("unable"))
                        .filteredOn(each -> ((Map<?, ?>) each).get("staffId").equals(also))
                        .allSatisfy(each ->
                                assertThat(((Map<?, ?>) each).get("obstacle")).isEqualTo("AWAY")));
        Map<String, Object> other =
                Map.of("what", "SEAT", "sessionId", meeting.sessionId().value(), "position", 0, "staffId", also);
        Answer dragged = camp.versionedClient().post(camp.path() + "/edits", Map.of("changes", List.of(other)));
        assertThat(dragged.status()).as(dragged.body()).isEqualTo(422);
        assertThat(dragged.body()).contains("editing.staff-absent");
        AbsenceChanges.keep(camp.client(), camp.path(), absence, now);
        assertThat(heldOn(camp, also, day)).isEmpty();
        assertThat(heldOn(camp, person(meeting), day)).isEmpty();
    }

    private static List<String> candidatesOf(Map<?, ?> seat) {
        return ((List<?>) Objects.requireNonNull(seat.get("candidates")))
                .stream()
                        .map(one -> String.valueOf(((Map<?, ?>) one).get("staffId")))
                        .toList();
    }

    /** Returns the meetings that a person holds on a day, without their other seats, which a change may fill anew. */
    private static List<Meeting> heldOn(PlannedCampFixture camp, String who, LocalDate day) {
        return camp.currentTimetable().meetings().stream()
                .filter(one -> one.time().dates().contains(day))
                .filter(one -> one.seats().stream()
                        .anyMatch(each ->
                                each.staffId() != null && each.staffId().value().equals(who)))
                .map(one -> one.withSeats(List.of()))
                .toList();
    }

    @ParameterizedTest
    @DatabaseSource
    void outdatedPlanVersionIsRefusedBeforeTheSeatIsChecked(TestDatabase database) {
        PlannedCampFixture camp = PlannedCampFixture.start(database);
        Meeting meeting = camp.module();
        String absence = absence(camp, meeting);
        ServiceClient late = camp.versionedClient();
        late.put(camp.path() + "/title", Map.of("title", "Sommerlejr"));
        String past = day(meeting).plusYears(1) + "T00:00";
        assertThat(camp.client()
                        .post(absence + "/repair", Map.of("seconds", 60, "now", past))
                        .status())
                .isEqualTo(422);
        Map<String, Object> seat = Map.of("sessionId", meeting.sessionId().value(), "position", 0, "now", past);
        assertThat(late.post(absence + "/take", seat).status()).isEqualTo(412);
        assertThat(camp.versionedClient().post(absence + "/take", seat).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @DatabaseSource
    void faultsOfAnAbsenceAreAllReportedAtOnce(TestDatabase database) {
        PlannedCampFixture camp = PlannedCampFixture.start(database);
        Answer wrong = camp.client()
                .post(
                        camp.path() + "/absences",
                        Map.of("staffId", "nobody", "from", "1999-01-02T00:00", "until", "1999-01-01T00:00"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("/staffId", "/until", "/from");
        Answer both = camp.client().post(absence(camp, camp.module()) + "/repair", Map.of("seconds", 1, "steps", 1));
        assertThat(both.status()).isEqualTo(422);
        assertThat(camp.client().get(camp.path() + "/absences/nothing").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @DatabaseSource
    void anAbsenceTouchesThePlanByAMinuteAtLeast(TestDatabase database) {
        PlannedCampFixture camp = PlannedCampFixture.start(database);
        String who = person(camp.module());
        var horizon = camp.plannedProblem().horizon();
        LocalDateTime begins = horizon.firstDay().atStartOfDay();
        LocalDateTime ends = horizon.lastDay().plusDays(1).atStartOfDay();
        BiFunction<LocalDateTime, LocalDateTime, Integer> entered = (from, until) -> camp.client()
                .post(
                        camp.path() + "/absences",
                        Map.of("staffId", who, "from", from.toString(), "until", until.toString()))
                .status();
        assertThat(entered.apply(begins.minusDays(1), begins)).isEqualTo(422);
        assertThat(entered.apply(begins.minusDays(1), begins.plusMinutes(1))).isEqualTo(201);
        assertThat(entered.apply(ends, ends.plusDays(1))).isEqualTo(422);
        assertThat(entered.apply(ends.minusMinutes(1), ends.plusDays(1))).isEqualTo(201);
    }

    private static String delivery(PlannedCampFixture camp, Meeting meeting) {
        return camp.path() + "/deliveries?session="
                + URLEncoder.encode(meeting.sessionId().value(), StandardCharsets.UTF_8) + "&date=" + day(meeting);
    }

    @ParameterizedTest
    @DatabaseSource
    void attendanceOutlivesAnUndoAndTheLastToEnterItIsRight(TestDatabase database) {
        PlannedCampFixture camp = PlannedCampFixture.start(database);
        Meeting meeting = camp.module();
        camp.edit(Map.of("what", "SEAT", "sessionId", meeting.sessionId().value(), "position", 0));
        String student = MeetingParticipants.of(camp.plannedProblem(), camp.currentTimetable(), meeting)
                .iterator()
                .next()
                .value();
        assertThat(camp.client()
                        .put(delivery(camp, meeting), Map.of("held", false, "reason", "Sne"))
                        .status())
                .isEqualTo(200);
        Answer entered = camp.client().put(delivery(camp, meeting), Map.of("absent", List.of(student)));
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        camp.versionedClient().post(camp.path() + "/undo", Map.of());
        var remembered = camp.server()
                .bean(DeliveryRepository.class)
                .withEnteredDeliveries(new PlanId(camp.id()), camp.currentTimetable());
        assertThat(remembered.deliveries()).singleElement().satisfies(one -> {
            assertThat(one.held()).isTrue();
            assertThat(one.absent()).hasToString("[" + student + "]");
        });
        assertThat((List<?>) camp.client().get(camp.path() + "/deliveries").at("/items"))
                .hasSize(1);
        assertThat(camp.client().delete(delivery(camp, meeting)).status()).isEqualTo(204);
        assertThat(camp.client().delete(delivery(camp, meeting)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @DatabaseSource
    void onlyThoseWhoTakePartCanHaveBeenAbsent(TestDatabase database) {
        PlannedCampFixture camp = PlannedCampFixture.start(database);
        Answer wrong = camp.client().put(delivery(camp, camp.module()), Map.of("absent", List.of("nobody")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("/absent/0");
        assertThat(camp.client()
                        .put(camp.path() + "/deliveries?session=nothing&date=2026-09-10", Map.of())
                        .status())
                .isEqualTo(404);
    }
}
