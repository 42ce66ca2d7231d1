package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.solver.spi.toolkit.Finished.Formed;
import org.jspecify.annotations.Nullable;

/**
 * What a finished timetable says of the hard and medium rules among {@link CandidateRules}: read off parameters and meetings alone, on purpose without
 * a line in common with the rules.
 *
 * @param groups the groups as they came out
 * @param faults takes what is broken
 */
public record CandidateChecks(CandidateGroups groups, FaultList faults) {
    /** The hard rule that there are at most so many groups; {@code null} means any number. */
    public void atMost(String rule, @Nullable Integer most) {
        if (most != null) {
            faults.hard(rule, groups.formed().size() - most, most);
        }
    }

    /**
     * The medium rule that each group has so many weekly sessions: of its members' need 71 hundredths with one of four missing, then 81 and 91, and
     * 101 when all are.
     */
    public void missingSessions(String rule, long asked) {
        for (Formed group : groups.formed()) {
            long missing = asked - groups.sessions(group);
            faults.medium(rule, missing <= 0 ? 0 : groups.need(group) * (61 + 40 * missing / asked), group.id());
        }
    }

    /** The medium rule that each group has so many meetings of a kind with a teacher of a member's own. */
    public void ownTeacherIn(String rule, String kind, long asked) {
        for (Formed group : groups.formed()) {
            faults.medium(rule, asked - groups.withOwnTeacher(group, kind).size(), group.id());
        }
    }
}
