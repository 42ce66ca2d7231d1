package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pair in the finished timetable. Used by checks and reports; deliberately shares no code with {@link PairGrouping}.
 *
 * @param id       its group
 * @param students its members
 * @param isStable whether the members are the same in all weeks
 * @param kept     the pair of the parameters that it is or extends; {@code null} if it was formed
 */
record FinishedPair(
        GroupId id,
        List<StudentId> students,
        boolean isStable,
        @Nullable KeptPair kept) {
    /** Copies the students. */
    FinishedPair {
        students = List.copyOf(students);
    }

    /**
     * Returns the pairs of a {@link PairGrouping}, in the timetable's order.
     *
     * @param about name of the pairing in ids
     * @param kept  pairs of the parameters
     */
    static List<FinishedPair> of(FinishedIntervention finished, String about, Collection<KeptPair> kept) {
        return finished.groupsByPrefix("pair/" + about + "/").stream()
                .map(group -> of(finished, group.id(), kept))
                .toList();
    }

    private static FinishedPair of(FinishedIntervention finished, GroupId id, Collection<KeptPair> kept) {
        List<StudentId> students = finished.members(id);
        KeptPair same = kept.stream()
                .filter(one -> students.containsAll(one.students()))
                .findFirst()
                .orElse(null);
        return new FinishedPair(id, students, finished.hasFixedMembers(id), same);
    }

    /** Returns the staff member who confirmed exactly these students; empty while they are a proposal. */
    Optional<StaffId> confirmedBy() {
        return Optional.ofNullable(kept)
                .filter(one -> one.students().size() == students.size())
                .map(KeptPair::confirmedBy);
    }

    /** Returns whether a staff member confirmed exactly these students. */
    boolean isConfirmed() {
        return confirmedBy().isPresent();
    }

    /** Returns whether the plan formed the pair. */
    boolean isFormed() {
        return kept == null;
    }
}
