package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.MeetingOptions;
import dk.grundskema.solver.edit.MeetingWishes;
import dk.grundskema.solver.edit.MemberChoices;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a meeting is as it is, apart from who may take its seats.
 *
 * @param wishes  wishes that are not met, and what they would cost with others in the seats
 * @param rules   hard and medium rules on its time and room, and others that it breaks
 * @param times   the best other times, or modules with which it could swap subjects, the best first
 * @param rooms   the best other rooms, the best first
 * @param members students whose group the plan decided
 */
public record ExplainedMeeting(
        MeetingWishes wishes,
        List<CheckedRule> rules,
        List<TriedChange> times,
        List<TriedChange> rooms,
        List<ExplainedMember> members) {
    /** Most alternatives of a kind. */
    public static final int MOST = 5;

    private static final int MOST_GROUPS = 2;

    /** Copies the lists. */
    public ExplainedMeeting {
        rules = List.copyOf(rules);
        times = List.copyOf(times);
        rooms = List.copyOf(rooms);
        members = List.copyOf(members);
    }

    /**
     * Explains a meeting.
     *
     * @param planning finds what is wrong in the plan, and what could be otherwise
     * @param meeting  a meeting of the timetable
     */
    public static ExplainedMeeting of(PlanningFacade planning, Problem problem, Timetable timetable, Meeting meeting) {
        List<LocatedPlanFault> located = LocatedPlanFault.findAll(planning, problem, timetable);
        return of(
                problem, meeting, located, planning.options(problem, timetable).apply(meeting));
    }

    /**
     * Explains a meeting.
     *
     * @param faults  all faults of the plan
     * @param options what could be otherwise about the meeting
     */
    public static ExplainedMeeting of(
            Problem problem, Meeting meeting, List<LocatedPlanFault> faults, MeetingOptions options) {
        Set<GroupId> formed =
                options.members().stream().map(MemberChoices::group).collect(Collectors.toSet());
        return new ExplainedMeeting(
                options.wishes(),
                new MeetingRules(meeting, faults, formed).all(),
                options.targets().stream()
                        .filter(target -> !target.isCurrent())
                        .map(target -> TriedChange.of(target.time(), target.otherId(), target.differences()))
                        .sorted(TriedChange.BEST_FIRST)
                        .limit(MOST)
                        .toList(),
                options.rooms().stream()
                        .filter(room -> !room.isCurrent())
                        .map(room -> TriedChange.of(room.roomId(), null, room.differences()))
                        .sorted(TriedChange.BEST_FIRST)
                        .limit(MOST)
                        .toList(),
                options.members().stream()
                        .map(choices -> member(problem, choices))
                        .toList());
    }

    private static ExplainedMember member(Problem problem, MemberChoices choices) {
        boolean isLocked = problem.memberLocks().stream()
                .anyMatch(lock -> lock.studentId().equals(choices.student())
                        && choices.group().equals(lock.groupId()));
        return new ExplainedMember(
                choices.student(),
                choices.group(),
                isLocked,
                choices.others().stream()
                        .map(other -> TriedChange.of(other.groupId(), null, other.differences()))
                        .sorted(TriedChange.BEST_FIRST)
                        .limit(MOST_GROUPS)
                        .toList());
    }
}
