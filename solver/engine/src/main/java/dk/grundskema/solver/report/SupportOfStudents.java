package dk.grundskema.solver.report;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.finding.Fault;
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
 * What is asked of the support that students get from all interventions together: what is supplementary never stands alone, and nobody gets too
 * much at once. Counted from the faults of the independent checker; where nobody gets such support, nothing is asked.
 *
 * @param problem    the problem
 * @param timetable  the finished timetable
 * @param faults     what the checker found in it
 * @param categories where each intervention gives support
 * @param supported  how many students get support beside ordinary lessons
 */
record SupportOfStudents(
        Problem problem,
        Timetable timetable,
        List<Fault> faults,
        Map<InterventionId, Category> categories,
        int supported) {
    private static final Origin BEYOND = Origin.source("fidelity.guide", "fidelity.guide.beyond");

    List<Ask> asks() {
        var asks = new ArrayList<Ask>();
        Map<StudentId, Place> alone = places(Set.of("core.supplementary-alone"));
        int supplementary = whoGetsASupplement().size();
        if (supplementary > 0) {
            asks.add(Ask.counted(
                    "core.ask.supplementary-alone", BEYOND, "students", supplementary, List.copyOf(alone.values())));
        }
        Map<StudentId, Place> tooMuch = places(Set.of("core.support-a-day", "core.support-a-week"));
        if (supported > 0) {
            asks.add(Ask.counted(
                    "core.ask.support-limits",
                    Origin.ours(),
                    "students",
                    supported,
                    List.copyOf(tooMuch.values()),
                    problem.support().minutesPerDay(),
                    problem.support().minutesPerWeek()));
        }
        return asks;
    }

    /** Each student once, with the first of the faults. */
    private Map<StudentId, Place> places(Set<String> rules) {
        Map<StudentId, Place> places = new LinkedHashMap<>();
        for (Fault fault : faults) {
            if (rules.contains(fault.rule()) && fault.arguments().getFirst() instanceof StudentId student) {
                var why = new Reason(
                        "core.why." + fault.rule().substring("core.".length()),
                        List.of(fault.amount(), fault.arguments().getLast()));
                places.putIfAbsent(student, Place.at(why, student));
            }
        }
        return places;
    }

    /** Who gets something supplementary: a task, or a meeting. */
    private Set<StudentId> whoGetsASupplement() {
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
