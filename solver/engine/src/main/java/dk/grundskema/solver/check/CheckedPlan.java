package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/**
 * A problem and a timetable, with the indexes that checks need. Threads share it, so what it returns must not be changed.
 *
 * @param problem    the problem
 * @param staff      the staff members whose duties are checked
 * @param demanded   demand of its interventions
 * @param attendance students of groups
 * @param held       the meetings with their demand
 * @param timelines  duties of each person, room and student
 * @param groups     members of each group, as the timetable states them
 * @param tasks      tasks on a date
 * @param support    category of support of each intervention
 * @param atAnyTime  demand if all staff were always available: who may take a part of a session that was split by date
 */
record CheckedPlan(
        Problem problem,
        List<StaffMember> staff,
        DemandIndex demanded,
        GroupRoster attendance,
        List<CheckedMeeting> held,
        DutyTimelines timelines,
        List<GroupMembers> groups,
        List<Task> tasks,
        SupportCategories support,
        Supplier<DemandIndex> atAnyTime) {

    static CheckedPlan of(
            Problem problem,
            Timetable timetable,
            DemandIndex demanded,
            SupportCategories support,
            Supplier<DemandIndex> atAnyTime) {
        var attendance = GroupRoster.of(problem, demanded, timetable);
        var held = held(problem, timetable, demanded);
        return new CheckedPlan(
                problem,
                problem.staff(),
                demanded,
                attendance,
                held,
                DutyTimelines.of(problem, attendance, held),
                timetable.groups(),
                timetable.tasks(),
                support,
                atAnyTime);
    }

    /** Returns a plan of which only the duties of one person are checked; the timelines of others and of rooms are not complete. */
    static CheckedPlan ofPerson(
            Problem problem, Timetable timetable, DemandIndex demanded, SupportCategories support, StaffMember person) {
        var attendance = GroupRoster.of(problem, demanded, timetable);
        var held = held(problem, timetable, demanded);
        return new CheckedPlan(
                problem,
                List.of(person),
                demanded,
                attendance,
                held,
                DutyTimelines.ofPerson(problem, attendance, held, person.id()),
                timetable.groups(),
                timetable.tasks(),
                support,
                () -> demanded);
    }

    private static List<CheckedMeeting> held(Problem problem, Timetable timetable, DemandIndex demanded) {
        return timetable.meetings().stream()
                .map(meeting -> CheckedMeeting.of(meeting, demanded, problem))
                .toList();
    }

    /** Returns the working-time rules of a person: their own, else those of interventions, else the problem's. */
    WorkRules workRules(StaffMember person) {
        WorkRules own = person.work();
        return own != null ? own : demanded.work().getOrDefault(person.id(), problem.work());
    }

    ZoneId zone() {
        return problem.horizon().zone();
    }

    /** Returns the wall-clock time at a minute since 1970 in UTC. */
    LocalDateTime toLocalDateTime(long minute) {
        return Interval.toLocalDateTime(minute, zone());
    }
}
