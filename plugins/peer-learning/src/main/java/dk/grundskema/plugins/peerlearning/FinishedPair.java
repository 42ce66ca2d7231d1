package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pair in the finished timetable. Used by checks and reports; deliberately shares no code with {@link PairGrouping}.
 *
 * @param id       its group
 * @param students its members
 * @param isStable whether the members are the same in all weeks in which the set meets
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
        Set<IsoWeek> weeks = FinishedIntervention.countByWeek(finished.meetings(PeerLearningExpansion.KIND, about))
                .keySet();
        return finished.groupsByPrefix("pair/" + about + "/").stream()
                .map(group -> of(finished, group.id(), weeks, kept))
                .toList();
    }

    private static FinishedPair of(
            FinishedIntervention finished, GroupId id, Set<IsoWeek> weeks, Collection<KeptPair> kept) {
        boolean isStable = weeks.stream()
                        .map(week -> Set.copyOf(finished.members(id, week)))
                        .distinct()
                        .count()
                <= 1;
        List<StudentId> students = finished.members(id);
        KeptPair same = kept.stream()
                .filter(one -> students.containsAll(one.students()))
                .findFirst()
                .orElse(null);
        return new FinishedPair(id, students, isStable, same);
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
