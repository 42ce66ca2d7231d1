package dk.grundskema.solver.report;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requirements on the support that students receive from all interventions together: supplementary support is never the only support, and the
 * limits per day and week are kept. Based on the violations of the independent checker; without such support nothing is required.
 *
 * @param problem    the problem
 * @param timetable  the finished timetable
 * @param faults     the checker's violations
 * @param categories category of each intervention
 * @param supported  number of students with support in addition to ordinary lessons
 */
record StudentSupportAsks(
        Problem problem,
        Timetable timetable,
        List<RuleViolation> faults,
        Map<InterventionId, Category> categories,
        int supported) {
    private static final AskOrigin BEYOND = AskOrigin.source("fidelity.guide", "fidelity.guide.beyond");

    List<Ask> asks() {
        var asks = new ArrayList<Ask>();
        Map<StudentId, Shortfall> alone = places(Set.of("core.supplementary-alone"));
        int supplementary = supplementaryStudents().size();
        if (supplementary > 0) {
            asks.add(Ask.counted(
                    "core.ask.supplementary-alone", BEYOND, "students", supplementary, List.copyOf(alone.values())));
        }
        Map<StudentId, Shortfall> tooMuch = places(Set.of("core.support-a-day", "core.support-a-week"));
        if (supported > 0) {
            asks.add(Ask.counted(
                    "core.ask.support-limits",
                    AskOrigin.productDefault(),
                    "students",
                    supported,
                    List.copyOf(tooMuch.values()),
                    problem.support().minutesPerDay(),
                    problem.support().minutesPerWeek()));
        }
        return asks;
    }

    /** Returns one shortfall per student, for the first violation. */
    private Map<StudentId, Shortfall> places(Set<String> rules) {
        Map<StudentId, Shortfall> places = new LinkedHashMap<>();
        for (RuleViolation fault : faults) {
            if (rules.contains(fault.rule()) && fault.arguments().getFirst() instanceof StudentId student) {
                var why = new Reason(
                        "core.why." + fault.rule().substring("core.".length()),
                        List.of(fault.amount(), fault.place().getLast()));
                places.putIfAbsent(student, Shortfall.at(why, student));
            }
        }
        return places;
    }

    /** Returns the students who receive supplementary support: a task or a meeting. */
    private Set<StudentId> supplementaryStudents() {
        Map<GroupId, Set<StudentId>> members = members();
        Set<StudentId> all = new HashSet<>();
        timetable.tasks().stream()
                .filter(task -> isSupplementary(task.interventionId()))
                .forEach(task -> all.addAll(task.studentIds()));
        for (Meeting meeting : timetable.meetings()) {
            if (isSupplementary(meeting.interventionId())) {
                all.addAll(meeting.studentIds());
                meeting.groupIds().forEach(group -> all.addAll(members.getOrDefault(group, Set.of())));
            }
        }
        return all;
    }

    private boolean isSupplementary(InterventionId intervention) {
        return categories.get(intervention) == Category.SUPPLEMENTARY;
    }

    private Map<GroupId, Set<StudentId>> members() {
        Map<GroupId, Set<StudentId>> members = new HashMap<>();
        for (Group group : problem.groups()) {
            add(members, group.id(), group.members());
        }
        for (GroupMembers formed : timetable.groups()) {
            add(members, formed.id(), formed.members());
        }
        return members;
    }

    private static void add(Map<GroupId, Set<StudentId>> members, GroupId group, List<GroupMember> some) {
        var all = members.computeIfAbsent(group, fresh -> new HashSet<>());
        some.forEach(member -> all.add(member.studentId()));
    }
}
