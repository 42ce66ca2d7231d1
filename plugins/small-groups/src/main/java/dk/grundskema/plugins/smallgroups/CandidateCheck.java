package dk.grundskema.plugins.smallgroups;

import dk.grundskema.solver.spi.toolkit.PluginViolations;
import org.jspecify.annotations.Nullable;

/**
 * Checks the hard and medium rules of {@link CandidateRules} on a finished timetable. Reads parameters and meetings only and deliberately shares no
 * code with the rules.
 *
 * @param groups the groups of the finished timetable
 * @param faults receives the violations
 */
record CandidateCheck(CandidateGroups groups, PluginViolations faults) {
    /** Checks the hard rule on the number of groups; {@code null} means no limit. */
    void atMostGroups(String rule, @Nullable Integer most) {
        if (most != null) {
            faults.hard(rule, groups.formed().size() - most, most);
        }
    }

    /**
     * Checks the medium rule on the number of weekly sessions. Of four sessions, one missing costs 71 hundredths of the members' need, two 81,
     * three 91 and four 101.
     */
    void missingSessions(String rule, long asked) {
        for (FormedGroup group : groups.formed()) {
            long missing = asked - groups.taughtSessionCount(group);
            faults.medium(rule, missing <= 0 ? 0 : groups.totalNeed(group) * (61 + 40 * missing / asked), group.id());
        }
    }

    /** Checks the medium rule that each group has the given number of meetings of a kind with a teacher who teaches one of its members. */
    void ownTeacherIn(String rule, String kind, long asked) {
        for (FormedGroup group : groups.formed()) {
            faults.medium(
                    rule, asked - groups.meetingsWithOwnTeacher(group, kind).size(), group.id());
        }
    }
}
