package dk.grundskema.plugins.smallgroups;

import dk.grundskema.solver.spi.toolkit.PluginViolations;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
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

    /** Checks the hard rule on the number of tutors of a group, where the tutor of a session is who has it on most of its dates. */
    void tutors(String rule, int most) {
        for (FormedGroup group : groups.formed()) {
            faults.hard(rule, groups.regularTeachers(group).size() - most, group.id());
        }
    }

    /**
     * Checks the rule that a group has at most one session a day, if it is hard or medium. Sessions beyond the first of a date count in the week with
     * most of them.
     */
    void oneADay(String rule, RuleStrength strength) {
        for (FormedGroup group : groups.formed()) {
            long more = groups.mostSessionsBeyondOneADay(group);
            switch (strength) {
                case REQUIREMENT -> faults.hard(rule + "-requirement", more, group.id());
                case GUIDELINE -> faults.medium(rule + "-guideline", more, group.id());
                case WISH, OFF -> {} // soft rules are not checked
            }
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
