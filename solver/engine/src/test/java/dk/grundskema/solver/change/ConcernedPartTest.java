package dk.grundskema.solver.change;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.registry.Interruptions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A change concerns the interventions that share people, groups or rooms with who is away, directly or through others. */
class ConcernedPartTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-09-07T00:00");
    private static final MeetingTime TIME = time(DayOfWeek.MONDAY, "08:00", "09:00", 37, 38);
    private static final InterventionId CHOIR = new InterventionId(Scenario.INTERVENTION);
    private static final InterventionId CHESS = new InterventionId("other-0");

    /** The choir with Bo; Dan has no duty. */
    private static Scenario choir() {
        return aScenario()
                .staff(aStaffMember("dan"))
                .staff(aStaffMember("eva"))
                .meeting(aMeeting("choir").at(TIME).by("bo").candidates("bo"));
    }

    /** A demand that another school has. */
    private static Demand chess(MeetingBuilder meeting) {
        return aScenario().meeting(meeting.at(TIME)).demand();
    }

    private static ConcernedPart part(Scenario scenario, String away) {
        return part(scenario, away, one -> List.of());
    }

    private static ConcernedPart part(
            Scenario scenario, String away, Function<Intervention<?>, List<DateSpan>> interruptions) {
        Problem before = scenario.problem();
        Problem after = before.withStaff(before.staff().stream()
                .map(one -> one.id().equals(new StaffId(away))
                        ? one.withAvailability(one.availability().without(Absence.periods(MONDAY, MONDAY.plusDays(1))))
                        : one)
                .toList());
        assertThat(after).isNotEqualTo(before);
        return ConcernedPart.of(
                new ChangeRequest(before, after, scenario.timetable(), MONDAY),
                scenario.demands(),
                Interruptions.collect(before, interruptions));
    }

    private static List<InterventionId> interventions(ConcernedPart part) {
        assertThat(part.demands()).hasSameSizeAs(part.request().after().interventions());
        return part.request().before().interventions().stream()
                .map(Intervention::id)
                .toList();
    }

    @Test
    void interventionsThatShareNobodyAreLeftOut() {
        Scenario two =
                choir().otherIntervention(chess(aMeeting("chess").by("eva").candidates("eva")));

        ConcernedPart part = part(two, "bo");

        assertThat(interventions(part)).containsExactly(CHOIR);
        assertThat(part.request().timetable()).isEqualTo(two.timetable());
        assertThat(interventions(part(two, "eva"))).containsExactly(CHESS);
    }

    @Test
    void whoHasNoDutyAnywhereConcernsNothing() {
        Scenario two =
                choir().otherIntervention(chess(aMeeting("chess").by("eva").candidates("eva")));

        ConcernedPart part = part(two, "dan");

        assertThat(interventions(part)).isEmpty();
        assertThat(part.request().timetable().meetings()).isEmpty();
        assertThat(part.join(part.request().timetable()).meetings())
                .isEqualTo(two.timetable().meetings());
    }

    @Test
    void sharedCandidateConnectsThem() {
        Scenario two =
                choir().otherIntervention(chess(aMeeting("chess").by("eva").candidates("eva", "bo")));

        assertThat(interventions(part(two, "eva"))).containsExactly(CHOIR, CHESS);
    }

    @Test
    void lessonOfTwoTeachersConnectsThem() {
        Scenario two = choir().otherIntervention(
                        chess(aMeeting("chess").by("eva").candidates("eva")))
                .lesson(aLesson("maths")
                        .at(time(DayOfWeek.TUESDAY, "08:00", "09:00", 37, 38))
                        .by("bo", "eva"));

        assertThat(interventions(part(two, "eva"))).containsExactly(CHOIR, CHESS);
    }

    @Test
    void fairlySharedWorkConnectsThem() {
        Scenario two = aScenario()
                .staff(aStaffMember("dan"))
                .staff(aStaffMember("eva"))
                .meeting(aMeeting("choir").at(TIME).by("bo").candidates("bo", "ane"))
                .otherIntervention(chess(aMeeting("chess").by("eva").candidates("eva", "dan")));

        assertThat(interventions(part(two, "bo"))).containsExactly(CHOIR, CHESS);
    }

    @Test
    void interventionThatInterruptsOthersIsAlwaysConcerned() {
        Scenario two =
                choir().otherIntervention(chess(aMeeting("chess").by("eva").candidates("eva")));
        var days = new DateSpan(LocalDate.parse("2026-09-08"), LocalDate.parse("2026-09-09"));

        ConcernedPart part = part(two, "eva", one -> one.id().equals(CHOIR) ? List.of(days) : List.of());

        assertThat(interventions(part)).containsExactly(CHOIR, CHESS);
    }

    @Test
    void changedPartTakesItsPlaceInTheWholePlan() {
        Scenario two =
                choir().otherIntervention(chess(aMeeting("chess").by("eva").candidates("eva")));
        ConcernedPart part = part(two, "eva");
        Timetable nothing = part.request().timetable();

        Timetable joined = part.join(nothing);

        assertThat(nothing.meetings()).isEmpty();
        assertThat(joined.meetings()).isEqualTo(two.timetable().meetings());
        assertThat(part.restrict(joined).meetings()).isEmpty();
    }
}
