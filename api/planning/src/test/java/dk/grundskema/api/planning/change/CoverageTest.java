package dk.grundskema.api.planning.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.ChangePreview.Coverage;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.PlanDifference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The three counts of a preview: taken over, nobody, without a room. */
class CoverageTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Problem CAMP = ((ReadResult.Success<Problem>) new PluginPlanningFacade()
                    .readProblem(Path.of("..", "..", "examples", "camp-3-weeks", "problem.json")))
            .value();
    private static final PlanFidelity NOT_ASSESSED = new PlanFidelity(List.of(), List.of());

    private static Meeting meeting(String session, @Nullable String room, @Nullable String... staff) {
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
                List.of(),
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
        Timetable was = timetable(before);
        Timetable is = timetable(after);
        return new ChangePreview(
                        CAMP,
                        CAMP,
                        MONDAY.atStartOfDay(),
                        changed(was, was),
                        changed(was, is),
                        List.of(),
                        List.of(),
                        SchoolTimetableDifference.between(CAMP, CAMP),
                        List.of(),
                        Set.of(),
                        Map.of(),
                        List.of(),
                        NOT_ASSESSED,
                        NOT_ASSESSED)
                .coverage();
    }

    private static Timetable timetable(Meeting meeting) {
        return new Timetable(
                Timetable.VERSION,
                "",
                CAMP.horizon().zone(),
                0,
                new Score(0, 0, 0),
                List.of(),
                List.of(),
                List.of(meeting),
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
}
