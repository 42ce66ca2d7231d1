package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.solver.spi.toolkit.Finished;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pair as it came out, read off the finished timetable.
 *
 * @param group  its group
 * @param roster who is in its set
 */
record FinishedPair(GroupMembers group, Roster roster) {
    /** The pairs of a set. */
    static List<FinishedPair> of(Finished finished, Roster roster) {
        return finished.groups("pair/" + roster.set().id() + "/").stream()
                .map(group -> new FinishedPair(group, roster))
                .toList();
    }

    List<StudentId> students() {
        return group.members().stream().map(GroupMember::studentId).distinct().toList();
    }

    /** The pair of the parameters that it is, or that somebody has joined; {@code null} if it was formed. */
    private @Nullable PeerPair kept() {
        return roster.pairs().stream()
                .filter(pair -> students().containsAll(pair.students()))
                .findFirst()
                .orElse(null);
    }

    boolean isFormed() {
        return kept() == null;
    }

    /** Who has confirmed just these students; {@code null} while it is a proposal. */
    @Nullable
    StaffId confirmedBy() {
        PeerPair kept = kept();
        return kept != null && kept.students().size() == students().size() ? kept.confirmedBy() : null;
    }

    /** By how many points each tutor is ahead of each who is tutored, where both levels are known. */
    List<Integer> leads() {
        var leads = new ArrayList<Integer>();
        for (StudentId tutor : students().stream().filter(roster::isTutor).toList()) {
            for (StudentId other : students()) {
                if (!roster.isTutor(other) && known(tutor) != null && known(other) != null) {
                    leads.add(Objects.requireNonNull(known(tutor)) - Objects.requireNonNull(known(other)));
                }
            }
        }
        return leads;
    }

    private @Nullable Integer known(StudentId student) {
        return roster.levels().get(student);
    }

    /** The known levels of those in it, lowest first. */
    List<Integer> levels() {
        return students().stream()
                .map(this::known)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}
