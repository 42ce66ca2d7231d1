package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the students fit into the groups that are to be formed. */
final class GroupPrecheck {
    private GroupPrecheck() {}

    static List<Finding> findings(List<Demand> demands) {
        var findings = new ArrayList<Finding>();
        for (Demand demand : demands) {
            for (Grouping grouping : demand.groupings()) {
                int groups = grouping.groups().size();
                int named = grouping.groups().stream()
                        .mapToInt(group -> group.members().size())
                        .sum();
                int students = named + grouping.students().size();
                if (students > (long) groups * grouping.largest()) {
                    findings.add(Finding.warning(
                            "precheck.groups-too-full", "/students", students, groups, grouping.largest()));
                }
                if (students < (long) groups * grouping.smallest()) {
                    findings.add(Finding.warning(
                            "precheck.groups-too-empty", "/students", students, groups, grouping.smallest()));
                }
            }
        }
        return findings;
    }

    /** Notes the fewest students that each group can have: those given, and as many as a group to be formed must have. */
    static void smallestSizes(Problem problem, List<Demand> demands, Map<GroupId, Integer> sizes) {
        problem.groups().forEach(group -> sizes.put(group.id(), group.members().size()));
        for (Demand demand : demands) {
            for (Grouping grouping : demand.groupings()) {
                grouping.groups()
                        .forEach(group -> sizes.merge(
                                group.id(),
                                Math.max(grouping.smallest(), group.members().size()),
                                Math::max));
            }
        }
    }
}
