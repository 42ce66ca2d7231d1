package dk.grundskema.api.planning.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.ChangePreview.Coverage;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.PlanDifference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a preview counts: taken over, nobody, without a room, other partners, and shortfalls of the change. */
class CoverageTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Problem CAMP = ((ReadResult.Success<Problem>) new PluginPlanningFacade()
                    .readProblem(Path.of("..", "..", "examples", "camp-3-weeks", "problem.json")))
            .value();
    private static final PlanFidelity NOT_ASSESSED = new PlanFidelity(List.of(), List.of());

    private static Meeting meeting(String session, @Nullable String room, @Nullable String... staff) {
        return meeting(session, room, List.of(), staff);
    }

    private static Meeting meeting(
            String session, @Nullable String room, List<GroupId> groups, @Nullable String... staff) {
        return new Meeting(
                new SessionId(session),
                null,
                new TreeSet<>(),
                new InterventionId("camp"),
                "module",
                "",
                "Something",
                "",
                new TreeSet<>(List.of(IsoWeek.of(MONDAY))),
                MONDAY.getDayOfWeek(),
                LocalTime.of(9, 0),
                LocalTime.of(10, 0),
                room == null ? null : new RoomId(room),
                List.of(),
                groups,
                List.of(),
                List.of(),
                List.of(),
                Stream.of(staff)
                        .map(who -> new MeetingSeat("teacher", who == null ? null : new StaffId(who), true, false))
                        .toList(),
                Workload.defaults(),
                MeetingLock.NONE);
    }

    private static Coverage coverage(Meeting before, Meeting after) {
        return coverage(CAMP, timetable(before), timetable(after));
    }

    private static Coverage coverage(Problem changed, Timetable was, Timetable is) {
        return preview(changed, MONDAY.atStartOfDay(), was, changed(was, is)).coverage();
    }

    private static ChangePreview preview(Problem changed, LocalDateTime now, Timetable was, ChangedPlan after) {
        return new ChangePreview(
                CAMP,
                changed,
                now,
                changed(was, was),
                after,
                List.of(),
                List.of(),
                SchoolTimetableDifference.between(CAMP, CAMP),
                List.of(),
                Set.of(),
                Map.of(),
                List.of(),
                NOT_ASSESSED,
                NOT_ASSESSED);
    }

    private static List<String> withOtherPartner(Problem changed, Meeting before, Meeting after) {
        Timetable was = timetable(before);
        return preview(changed, MONDAY.atStartOfDay(), was, changed(was, timetable(after)))
                .daysWithOtherPartner()
                .stream()
                .map(day -> day.staffId().value())
                .toList();
    }

    @Test
    void otherPartnerIsSomebodyWhoComesAndNotTheLossOfOne() {
        StaffId stays = CAMP.staff().getFirst().id();
        Meeting both = meeting("danish", null, stays.value(), "eva");
        Meeting other = meeting("danish", null, stays.value(), "ida");
        assertThat(withOtherPartner(CAMP, both, other)).containsExactly(stays.value());
        assertThat(withOtherPartner(CAMP, both, meeting("danish", null, stays.value(), null)))
                .isEmpty();
        var away = new Period(MONDAY, MONDAY, new TreeSet<>(), null, null);
        Problem without = CAMP.withStaff(CAMP.staff().stream()
                .map(one -> one.id().equals(stays)
                        ? one.withAvailability(one.availability().without(List.of(away)))
                        : one)
                .toList());
        assertThat(withOtherPartner(without, both, other)).isEmpty();
    }

    @Test
    void whatWasOverBeforeTheChangeIsNoShortfallOfIt() {
        Timetable held = timetable(meeting("danish", null, "bo"));
        var violation = new RuleViolation(
                "core.asked-holder", Level.MEDIUM, 1, List.of(new StaffId("bo"), new SessionId("danish")));
        var after = new ChangedPlan(
                held, List.of(), List.of(violation), PlanDifference.between(held, held), List.of(), false);
        ChangePreview past = preview(CAMP, MONDAY.atTime(10, 0), held, after);
        assertThat(past.newViolations(Level.MEDIUM)).isEmpty();
        assertThat(past.count(after, Level.MEDIUM)).isZero();
        ChangePreview running = preview(CAMP, MONDAY.atTime(9, 59), held, after);
        assertThat(running.newViolations(Level.MEDIUM)).containsExactly(violation);
        assertThat(running.count(after, Level.MEDIUM)).isEqualTo(1);
    }

    private static Meeting conversation(StudentId student) {
        Meeting meeting = meeting("talk", null, "bo");
        return meeting.withStudents(List.of(student), List.of());
    }

    private static Problem camp(LocalDate from, @Nullable LocalDate until) {
        StudentId leaver = CAMP.students().getFirst().id();
        var away = new Period(from, until, new TreeSet<>(), null, null);
        return CAMP.withStudents(CAMP.students().stream()
                .map(one -> one.id().equals(leaver)
                        ? one.withAvailability(one.availability().without(List.of(away)))
                        : one)
                .toList());
    }

    private static Timetable timetable(Meeting meeting) {
        return timetable(List.of(), meeting);
    }

    private static Timetable timetable(List<GroupMembers> groups, Meeting... meetings) {
        return new Timetable(
                Timetable.VERSION,
                "",
                CAMP.horizon().zone(),
                0,
                new Score(0, 0, 0),
                List.of(),
                groups,
                List.of(meetings),
                List.of());
    }

    private static ChangedPlan changed(Timetable before, Timetable after) {
        return new ChangedPlan(after, List.of(), List.of(), PlanDifference.between(before, after), List.of(), false);
    }

    @Test
    void seatThatAnotherTakesIsTakenOver() {
        assertThat(coverage(meeting("danish", "r1", "bo"), meeting("danish", "r1", "ida")))
                .isEqualTo(new Coverage(1, 0, 0))
                .matches(Coverage::isComplete);
    }

    @Test
    void seatThatStaysEmptyHasNobodyAlsoBesideOneThatIsTakenOver() {
        assertThat(coverage(meeting("danish", "r1", "bo"), meeting("danish", "r1", (String) null)))
                .isEqualTo(new Coverage(0, 1, 0));
        assertThat(coverage(meeting("danish", "r1", "bo", "eva"), meeting("danish", "r1", "ida", null)))
                .isEqualTo(new Coverage(0, 1, 0));
    }

    @Test
    void lostRoomCountsAndAnotherRoomDoesNot() {
        assertThat(coverage(meeting("danish", "r1", "bo"), meeting("danish", null, "bo")))
                .isEqualTo(new Coverage(0, 0, 1));
        assertThat(coverage(meeting("danish", "r1", "bo"), meeting("danish", "r2", "bo")))
                .isEqualTo(new Coverage(0, 0, 0));
        assertThat(coverage(meeting("danish", null, "bo"), meeting("danish", null, "ida")))
                .isEqualTo(new Coverage(1, 0, 0));
    }

    @Test
    void meetingWithoutPersonAndRoomCountsAmongBoth() {
        assertThat(coverage(meeting("danish", "r1", "bo"), meeting("danish", null, (String) null)))
                .isEqualTo(new Coverage(0, 1, 1));
    }

    @Test
    void cancelledConversationOfAStudentWhoHasLeftNeedsNobody() {
        LocalDate monday = CAMP.horizon().firstDay();
        StudentId leaver = CAMP.students().getFirst().id();
        StudentId other = CAMP.students().getLast().id();
        Timetable none = timetable(List.of());

        assertThat(coverage(camp(monday, null), timetable(conversation(leaver)), none))
                .isEqualTo(new Coverage(0, 0, 0));
        assertThat(coverage(camp(monday, null), timetable(conversation(other)), none))
                .isEqualTo(new Coverage(0, 1, 0));
        assertThat(coverage(camp(monday, monday.plusDays(6)), timetable(conversation(leaver)), none))
                .as("who comes back still has the conversation")
                .isEqualTo(new Coverage(0, 1, 0));
    }

    @Test
    void meetingOfAGroupThatAllHaveLeftNeedsNobody() {
        var group = new GroupId("mentors");
        StudentId student = CAMP.students().getFirst().id();
        Meeting held = meeting("meeting", null, List.of(group), "bo");
        Timetable before = timetable(List.of(new GroupMembers(group, List.of(GroupMember.always(student)))), held);
        Timetable empty = timetable(List.of(new GroupMembers(group, List.of())));
        Timetable full = timetable(before.groups());

        assertThat(coverage(CAMP, before, empty)).isEqualTo(new Coverage(0, 0, 0));
        assertThat(coverage(CAMP, before, full)).isEqualTo(new Coverage(0, 1, 0));
        assertThat(coverage(CAMP, timetable(empty.groups(), held), empty))
                .as("a class whose students are not known")
                .isEqualTo(new Coverage(0, 1, 0));
    }
}
