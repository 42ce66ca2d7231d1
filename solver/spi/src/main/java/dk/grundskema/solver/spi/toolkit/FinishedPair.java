package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pair as it came out, read off the finished timetable: for checks and reports, on purpose without a line in common with {@link Pairing}.
 *
 * @param id       its group
 * @param students who is in it
 * @param isStable whether they are in it in all weeks
 * @param kept     the pair of the parameters that it is, or that somebody has joined; {@code null} if it was formed
 */
public record FinishedPair(
        GroupId id,
        List<StudentId> students,
        boolean isStable,
        @Nullable KeptPair kept) {
    /** Copies the students. */
    public FinishedPair {
        students = List.copyOf(students);
    }

    /**
     * The pairs of a {@link Pairing}, in the timetable's order.
     *
     * @param about whose pairs they are
     * @param kept  pairs of the parameters
     */
    public static List<FinishedPair> of(Finished finished, String about, Collection<KeptPair> kept) {
        return finished.groups("pair/" + about + "/").stream()
                .map(group -> of(finished, group.id(), kept))
                .toList();
    }

    private static FinishedPair of(Finished finished, GroupId id, Collection<KeptPair> kept) {
        List<StudentId> students = finished.members(id);
        KeptPair same = kept.stream()
                .filter(one -> students.containsAll(one.students()))
                .findFirst()
                .orElse(null);
        return new FinishedPair(id, students, finished.isFixed(id), same);
    }

    /** Who has confirmed just these students; empty while they are a proposal. */
    public Optional<StaffId> confirmedBy() {
        return Optional.ofNullable(kept)
                .filter(one -> one.students().size() == students.size())
                .map(KeptPair::confirmedBy);
    }

    /** Whether somebody has confirmed just these students. */
    public boolean isConfirmed() {
        return confirmedBy().isPresent();
    }

    /** Whether it was formed by the plan. */
    public boolean isFormed() {
        return kept == null;
    }
}
