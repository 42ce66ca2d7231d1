package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A problem and a timetable, laid out so that rules can be read off.
 *
 * @param problem    the problem
 * @param demanded   what its interventions ask for
 * @param attendance which students take part in what
 * @param held       the meetings, each with what was asked for
 * @param timelines  who is where when
 * @param tasks      what is to be done on a date
 * @param support    which interventions give what sort of support
 */
record CheckedPlan(
        Problem problem,
        Demanded demanded,
        Attendance attendance,
        List<HeldMeeting> held,
        Timelines timelines,
        List<Task> tasks,
        Support support) {

    static CheckedPlan of(Problem problem, Timetable timetable, Demanded demanded, Support support) {
        var attendance = Attendance.of(problem, demanded, timetable);
        var held = timetable.meetings().stream()
                .map(meeting -> HeldMeeting.of(meeting, demanded, problem))
                .toList();
        return new CheckedPlan(
                problem,
                demanded,
                attendance,
                held,
                Timelines.of(problem, attendance, held),
                timetable.tasks(),
                support);
    }

    /** Working-time rules that hold for a person: the person's own, else those of interventions, else the problem's. */
    WorkRules workRules(StaffMember person) {
        WorkRules own = person.work();
        return own != null ? own : demanded.work().getOrDefault(person.id(), problem.work());
    }

    ZoneId zone() {
        return problem.horizon().zone();
    }

    /** What the clock on the wall shows at a minute since 1970 in UTC. */
    LocalDateTime moment(long minute) {
        return Interval.moment(minute, zone());
    }
}
