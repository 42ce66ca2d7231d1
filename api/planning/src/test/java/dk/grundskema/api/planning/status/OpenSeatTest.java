package dk.grundskema.api.planning.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.Workbench;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which seats of somebody who is away a calendar would tell them of. */
final class OpenSeatTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final StaffId ANN = new StaffId("ann");
    private static final StaffId KIM = new StaffId("kim");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);

    private static final LocalDateTime BEFORE = MONDAY.minusDays(14).atStartOfDay();

    /**
     * Ann teaches a lesson on Mondays, in which Kim can be, too.
     *
     * @param unavailable who is unavailable on the second Monday
     */
    private static Problem problem(String unavailable) {
        ReadResult<Problem> read = PLANNING.readProblem("""
                {"version": 1, "title": "School", "language": "EN", "horizon": {"firstWeek": "2026-W37", "weeks": 4},
                 "sites": [{"id": "home", "name": "School"}],
                 "staff": [{"id": "ann", "name": "Ann Berg"}, {"id": "kim", "name": "Kim Dam"}],
                 "groups": [{"id": "F06", "name": "07a", "kind": "CLASS", "members": []}],
                 "lessons": [{"id": "dan", "title": "DAN", "subject": "DAN", "groupIds": ["F06"], "staffIds": ["ann"],
                   "time": {"weeks": ["2026-W37", "2026-W38", "2026-W39", "2026-W40"], "weekday": "MONDAY", "start": "08:00", "end": "08:45"}}],
                 "interventions": [{"id": "co", "type": "co-teaching", "title": "Co-teaching", "parameters": {
                   "classes": [{"groupId": "F06", "lessonsPerWeek": 1, "subjects": ["DAN"]}],
                   "pool": [{"staffId": "kim", "lessonsPerWeek": 20}], "preparation": {"minutesType1": 0}}}]}""".replace(
                        "\"id\": \"" + unavailable + "\"",
                        "\"availability\": {\"except\": [{\"from\": \"2026-09-14\", \"until\": \"2026-09-14\"}]}, \"id\": \""
                                + unavailable + "\""));
        assertThat(read).as(String.valueOf(read.findings())).isInstanceOf(ReadResult.Success.class);
        return ((ReadResult.Success<Problem>) read).value();
    }

    private static final Timetable PLAN = plan();

    private static Timetable plan() {
        Problem problem = problem("");
        Timetable open = Workbench.ofOpenPlan(PLANNING.plugins(), problem, "").timetable();
        Meeting lesson = open.meetings().getFirst();
        assertThat(lesson.seats().get(1).required()).isFalse();
        return PLANNING.changes(problem, open)
                .apply(List.of(new ManualChange.SeatChange(lesson.sessionId(), 1, KIM)))
                .orElseThrow();
    }

    private static List<Absence> away(StaffId person) {
        return List.of(
                new Absence(person, MONDAY.atStartOfDay(), MONDAY.plusDays(1).atStartOfDay()));
    }

    private static List<OpenSeat> findAbsent(Problem problem, LocalDateTime now) {
        return OpenSeat.findAbsent(problem, PLAN, away(ANN), now);
    }

    @Test
    void aSeatThatCanStayEmptyIsInTheCalendarOfItsAbsentHolderButDoesNotCountInTheStatus() {
        assertThat(OpenSeat.findAbsentInCalendars(PLAN, away(KIM), BEFORE))
                .extracting(OpenSeat::position, seat -> seat.time().dates())
                .containsExactly(tuple(1, List.of(MONDAY)));
        assertThat(OpenSeat.findAbsent(problem(""), PLAN, away(KIM), BEFORE)).isEmpty();
    }

    @Test
    void aTeacherWhoIsAwayFromTheirOwnLessonCountsUntilTheProblemHasTheAbsence() {
        assertThat(findAbsent(problem(""), BEFORE))
                .extracting(OpenSeat::position, seat -> seat.time().dates())
                .containsExactly(tuple(0, List.of(MONDAY)));
        assertThat(findAbsent(problem("ann"), BEFORE)).isEmpty();
        assertThat(OpenSeat.findAbsentInCalendars(PLAN, away(ANN), BEFORE)).hasSize(1);
    }

    @Test
    void aMeetingThatHasEndedLacksNobody() {
        assertThat(findAbsent(problem(""), MONDAY.atTime(8, 44))).hasSize(1);
        assertThat(findAbsent(problem(""), MONDAY.atTime(8, 45))).isEmpty();
    }

    @Test
    void aSeatThatCanStayEmptyIsFoundIfItsHolderIsUnavailable() {
        assertThat(OpenSeat.findUnavailable(problem("kim"), PLAN))
                .extracting(OpenSeat::position, seat -> seat.time().dates())
                .containsExactly(tuple(1, List.of(MONDAY)));
        assertThat(OpenSeat.findUnavailable(problem(""), PLAN)).isEmpty();
    }
}
