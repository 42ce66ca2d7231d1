package dk.grundskema.solver.testkit.requirement;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.Interruptions;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.RuleBench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an intervention must have, derived from parameters, problem and formed groups. It shares no code with the plugin's expansion, so that a difference
 * shows an error of one of the two.
 *
 * @param <P> record of parameters
 */
public interface Requirements<P extends Record> {
    /** Returns the plugin whose expansion is compared. */
    InterventionPlugin<P> plugin();

    /** Returns requirements that together accept every meeting of the intervention. */
    List<RequiredMeetings> meetings(
            Intervention<P> intervention, Problem problem, List<DateSpan> interruptions, Timetable timetable);

    /** Returns requirements that together name every group that the intervention forms; the timetable shows how many groups there are. */
    default List<RequiredGroups> groups(
            Intervention<P> intervention, Problem problem, List<DateSpan> interruptions, Timetable timetable) {
        return List.of();
    }

    /** Returns all tasks of the intervention. */
    default List<RequiredTask> tasks(Intervention<P> intervention, Problem problem) {
        return List.of();
    }

    /** Returns the differences between the bench's timetable and the required meetings. */
    default List<RuleViolation> differences(RuleBench bench) {
        return differences(bench.problem(), bench.timetable());
    }

    /**
     * Returns the differences between the meetings of a timetable and the required ones.
     *
     * @param problem a problem whose interventions are all of the plugin's type
     */
    default List<RuleViolation> differences(Problem problem, Timetable timetable) {
        var all = new ArrayList<RuleViolation>();
        var interruptions = Interruptions.of(problem, PluginRegistry.of(List.of(plugin()))::find);
        for (Intervention<P> intervention : interventions(problem)) {
            all.addAll(RequiredMeetingsCheck.check(
                    timetable.meetings().stream()
                            .filter(one -> one.interventionId().equals(intervention.id()))
                            .toList(),
                    meetings(intervention, problem, interruptions.ofOthers(intervention), timetable),
                    problem.horizon()::isClosed));
        }
        return all;
    }

    /**
     * Returns the groups and tasks in which the expansion of a plugin differs from what is required, in words.
     *
     * @param problem   a problem whose interventions are all of the plugin's type
     * @param timetable a timetable of the problem, which shows how many groups there are
     */
    default List<String> demandDifferences(InterventionPlugin<?> plugin, Problem problem, Timetable timetable) {
        var all = new ArrayList<String>();
        var interruptions = Interruptions.of(problem, PluginRegistry.of(List.of(plugin))::find);
        for (Intervention<P> intervention : interventions(problem)) {
            List<DateSpan> others = interruptions.ofOthers(intervention);
            Demand demand = expand(plugin, intervention, problem, others);
            compareGroups(demand.groupings(), groups(intervention, problem, others, timetable), timetable, all);
            compareTasks(demand.tasks(), tasks(intervention, problem), all);
        }
        return all;
    }

    @SuppressWarnings("unchecked") // it is the plugin of the interventions' type
    private static <P extends Record> Demand expand(
            InterventionPlugin<?> plugin, Intervention<P> intervention, Problem problem, List<DateSpan> others) {
        return ((InterventionPlugin<P>) plugin).expand(intervention, problem, others);
    }

    @SuppressWarnings("unchecked") // all are of the plugin's type
    private List<Intervention<P>> interventions(Problem problem) {
        return problem.interventions().stream()
                .map(one -> (Intervention<P>) one)
                .toList();
    }

    /** Of groups that may stay empty, only those in the timetable are compared: how many there may be is up to the expansion. */
    private static void compareGroups(
            List<Grouping> groupings, List<RequiredGroups> required, Timetable timetable, List<String> all) {
        Set<GroupId> formed = timetable.groups().stream().map(GroupMembers::id).collect(Collectors.toSet());
        Set<RequiredGroups> expected = required.stream()
                .filter(one -> one.mayStayEmpty() || !one.groups().isEmpty())
                .map(one -> one.mayStayEmpty() ? one.only(formed) : one)
                .collect(Collectors.toSet());
        Set<RequiredGroups> demanded = groupings.stream()
                .flatMap(Requirements::asRequired)
                .map(one -> one.mayStayEmpty() ? one.only(formed) : one)
                .collect(Collectors.toSet());
        demanded.stream().filter(one -> !expected.contains(one)).forEach(one -> all.add("not required: " + one));
        expected.stream().filter(one -> !demanded.contains(one)).forEach(one -> all.add("not demanded: " + one));
    }

    /** Returns what a grouping asks for; groups that nobody may join are apart. */
    private static Stream<RequiredGroups> asRequired(Grouping grouping) {
        Map<StudentId, Integer> needs = new HashMap<>();
        grouping.students().forEach(student -> needs.put(student, grouping.needOf(student)));
        Map<Boolean, Map<GroupId, Set<StudentId>>> given = grouping.groups().stream()
                .collect(Collectors.partitioningBy(
                        group -> mayBeJoined(group.id(), grouping),
                        Collectors.toMap(
                                Group::id,
                                group -> group.members().stream()
                                        .map(GroupMember::studentId)
                                        .collect(Collectors.toSet()))));
        return given.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> new RequiredGroups(
                        one.getValue().keySet(),
                        one.getKey() ? needs : Map.of(),
                        grouping.smallest(),
                        grouping.largest(),
                        grouping.mayStayEmpty(),
                        one.getValue()));
    }

    private static boolean mayBeJoined(GroupId group, Grouping grouping) {
        return grouping.students().stream().anyMatch(student -> {
            List<GroupId> choices = grouping.choices().get(student);
            return choices == null || choices.contains(group);
        });
    }

    private static void compareTasks(List<Task> tasks, List<RequiredTask> required, List<String> all) {
        List<Task> left = new ArrayList<>(tasks);
        for (RequiredTask one : required) {
            boolean isThere = left.stream()
                    .filter(task -> isSame(task, one))
                    .findFirst()
                    .map(left::remove)
                    .orElse(false);
            if (!isThere) {
                all.add("not demanded: " + one);
            }
        }
        left.forEach(task -> all.add("not required: " + task));
    }

    private static boolean isSame(Task task, RequiredTask required) {
        boolean isByThem = task.staffId() == null
                ? required.staff().isEmpty()
                : required.staff().contains(task.staffId());
        return isByThem
                && task.kind().equals(required.kind())
                && task.title().equals(required.title())
                && task.date().equals(required.date())
                && new HashSet<>(task.studentIds()).equals(required.students());
    }
}
