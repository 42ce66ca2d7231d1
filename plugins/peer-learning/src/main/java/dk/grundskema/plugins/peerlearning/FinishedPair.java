package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.toolkit.Finished;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair as it came out, read off the finished timetable.
 *
 * @param id       its group
 * @param students who is in it
 * @param roster   who is in its set
 * @param kept     the pair of the parameters that it is, or that somebody has joined; {@code null} if it was formed
 */
record FinishedPair(
        GroupId id,
        List<StudentId> students,
        Roster roster,
        @Nullable PeerPair kept) {
    /** The pairs of a set. */
    static List<FinishedPair> of(Finished finished, Roster roster) {
        return finished.groups("pair/" + roster.set().id() + "/").stream()
                .map(group -> of(group.id(), finished.members(group.id()), roster))
                .toList();
    }

    private static FinishedPair of(GroupId id, List<StudentId> students, Roster roster) {
        var kept = roster.pairs().stream()
                .filter(pair -> students.containsAll(pair.students()))
                .findFirst();
        return new FinishedPair(id, students, roster, kept.orElse(null));
    }

    /** Who has confirmed just these students; {@code null} while it is a proposal. */
    @Nullable
    StaffId confirmedBy() {
        return kept != null && kept.students().size() == students.size() ? kept.confirmedBy() : null;
    }

    boolean isConfirmed() {
        return confirmedBy() != null;
    }

    /** By how many points each tutor is ahead of each who is tutored, where both levels are known. */
    List<Integer> leads() {
        return roster.levels().leads(students, roster::isTutor);
    }

    /** Whether no tutor is behind; where no lead is asked for, tutors count as older. */
    boolean isAhead() {
        return roster.set().leastAhead() == null || leads().stream().allMatch(lead -> lead >= 0);
    }
}
