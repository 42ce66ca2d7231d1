package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.explanation.CheckedRule.Aspect;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules on the time, room and members of a meeting that the checker judged, and others that the meeting breaks.
 *
 * @param meeting    the meeting
 * @param everywhere all faults of the plan
 * @param formed     those of its groups whose members the plan chose
 */
record MeetingRules(Meeting meeting, List<LocatedPlanFault> everywhere, Set<GroupId> formed) {
    private static final List<String> OF_TIME = List.of("core.asked-time", "core.asked-length", "core.closed-day");
    private static final List<String> OF_STAFF =
            List.of("core.person-in-two-places", "core.staff-unavailable", "core.travel-time");
    /** They judge work only. */
    private static final List<String> OF_WORK = List.of("core.daily-rest", "core.weekly-rest");
    /** Limits that not all have; they are shown where they are broken. */
    private static final List<String> OF_DATES = List.of(
            "core.long-day", "core.long-day-guideline", "core.rest-between-dates", "core.rest-between-dates-guideline");

    private static final List<String> OF_STUDENTS = List.of("core.student-in-two-places", "core.student-unavailable");
    private static final List<String> OF_ROOM =
            List.of("core.room-kind", "core.room-capacity", "core.room-unavailable", "core.room-in-two-places");
    /** They judge groups, so that their faults are in no meeting. */
    private static final List<String> OF_MEMBERS =
            List.of("core.group-size", "core.group-not-allowed", "core.never-together");

    private static final String MISSING_ROOM = "core.missing-room";

    List<CheckedRule> all() {
        Map<String, List<PlanFault>> broken = everywhere.stream()
                .filter(one -> one.isIn(meeting.sessionId()))
                .map(LocatedPlanFault::fault)
                .collect(Collectors.groupingBy(
                        fault -> fault.violation().rule(), LinkedHashMap::new, Collectors.toList()));
        Set<String> ofTime = new LinkedHashSet<>(OF_TIME);
        ofTime.addAll(staffRules(broken.keySet()));
        if (!meeting.groupIds().isEmpty() || !meeting.studentIds().isEmpty()) {
            ofTime.addAll(OF_STUDENTS);
        }
        List<String> ofRoom = meeting.roomId() == null ? List.of() : OF_ROOM;
        var all = new ArrayList<CheckedRule>();
        ofTime.forEach(rule -> all.add(new CheckedRule(rule, Aspect.TIME, broken.getOrDefault(rule, List.of()))));
        ofRoom.forEach(rule -> all.add(new CheckedRule(rule, Aspect.ROOM, broken.getOrDefault(rule, List.of()))));
        List<String> ofMembers = formed.isEmpty() ? List.of() : OF_MEMBERS;
        ofMembers.forEach(rule -> all.add(new CheckedRule(rule, Aspect.MEMBERS, faultsOfGroups(rule))));
        broken.forEach((rule, faults) -> {
            if (!ofTime.contains(rule) && !ofRoom.contains(rule)) {
                all.add(new CheckedRule(rule, rule.equals(MISSING_ROOM) ? Aspect.ROOM : Aspect.OTHER, faults));
            }
        });
        return all;
    }

    private List<PlanFault> faultsOfGroups(String rule) {
        return everywhere.stream()
                .map(LocatedPlanFault::fault)
                .filter(fault -> fault.violation().rule().equals(rule)
                        && fault.violation().arguments().stream().anyMatch(formed::contains))
                .toList();
    }

    /**
     * Returns the rules on staff that the meeting breaks or keeps. A rule that a holder breaks elsewhere is left out: a rest or a way that is too short
     * is located in the later of two meetings, so that the earlier one may be the reason.
     */
    private List<String> staffRules(Set<String> broken) {
        Set<Object> holders = meeting.seats().stream()
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .collect(Collectors.toSet());
        Set<String> brokenElsewhere = everywhere.stream()
                .map(one -> one.fault().violation())
                .filter(violation -> violation.arguments().stream().limit(1).anyMatch(holders::contains))
                .map(RuleViolation::rule)
                .collect(Collectors.toSet());
        return Stream.concat(
                        Stream.concat(OF_STAFF.stream(), meeting.workload().work() ? OF_WORK.stream() : Stream.empty())
                                .filter(rule -> broken.contains(rule)
                                        || (!holders.isEmpty() && !brokenElsewhere.contains(rule))),
                        OF_DATES.stream().filter(broken::contains))
                .toList();
    }
}
