package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks whether the students fit into the groups to be formed. */
final class GroupPrecheck {
    private GroupPrecheck() {}

    static List<Finding> findings(List<Demand> demands) {
        var findings = new ArrayList<Finding>();
        for (Demand demand : demands) {
            demand.groupings().forEach(grouping -> findings(grouping, findings));
        }
        return findings;
    }

    private static void findings(Grouping grouping, List<Finding> findings) {
        int groups = grouping.groups().size();
        int named = grouping.groups().stream()
                .mapToInt(group -> group.members().size())
                .sum();
        int students = named + grouping.students().size();
        long places = (long) groups * grouping.largest();
        if (students > places) {
            findings.add(
                    Finding.warning("precheck.groups-too-full", "/students", students, groups, grouping.largest()));
        }
        if (!grouping.mayStayEmpty() && students < (long) groups * grouping.smallest()) {
            findings.add(
                    Finding.warning("precheck.groups-too-empty", "/students", students, groups, grouping.smallest()));
        }
        if (!grouping.choices().isEmpty()) {
            long placed = named + maximumPlaced(grouping);
            if (placed < Math.min(students, places)) {
                findings.add(
                        Finding.warning("precheck.groups-no-place", "/students", students, placed, students - placed));
            }
        }
    }

    /**
     * Returns the maximum number of students who can be placed in groups that they may join. Students with equal
     * choices share a node.
     */
    private static long maximumPlaced(Grouping grouping) {
        Map<List<GroupId>, Integer> alike = new LinkedHashMap<>();
        List<GroupId> all = grouping.groups().stream().map(Group::id).toList();
        grouping.students()
                .forEach(student -> alike.merge(grouping.choices().getOrDefault(student, all), 1, Integer::sum));
        var network = new FlowNetwork();
        Map<GroupId, Integer> nodes = new HashMap<>();
        for (Group group : grouping.groups()) {
            int node = network.addNode();
            network.addEdge(
                    node,
                    FlowNetwork.SINK,
                    Math.max(0, grouping.largest() - group.members().size()));
            nodes.put(group.id(), node);
        }
        alike.forEach((choices, count) -> {
            int node = network.addNodeAfter(FlowNetwork.SOURCE, count);
            choices.stream()
                    .distinct()
                    .filter(nodes::containsKey)
                    .forEach(group -> network.addEdge(node, Objects.requireNonNull(nodes.get(group)), count));
        });
        return network.maximumFlow();
    }

    /**
     * Adds the minimum size of each group: its given students, or the smallest size of a group to be formed that may
     * not stay empty.
     */
    static void addSmallestSizes(Problem problem, List<Demand> demands, Map<GroupId, Integer> sizes) {
        problem.groups().forEach(group -> sizes.put(group.id(), group.members().size()));
        for (Demand demand : demands) {
            for (Grouping grouping : demand.groupings()) {
                grouping.groups()
                        .forEach(group -> sizes.merge(
                                group.id(),
                                Math.max(
                                        grouping.mayStayEmpty() ? 0 : grouping.smallest(),
                                        group.members().size()),
                                Math::max));
            }
        }
    }
}
