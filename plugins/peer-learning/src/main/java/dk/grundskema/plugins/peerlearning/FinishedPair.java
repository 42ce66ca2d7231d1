package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A pair as it came out, read off the finished timetable.
 *
 * @param id       its group
 * @param roster   who is in its set
 * @param members  who is in it
 */
record FinishedPair(GroupId id, Roster roster, List<GroupMember> members) {
    /** The pairs of a set. */
    static List<FinishedPair> of(Intervention<?> intervention, Roster roster, Timetable timetable) {
        String prefix = intervention.id() + "/pair/" + roster.set().id() + "/";
        return timetable.groups().stream()
                .filter(group -> group.id().value().startsWith(prefix))
                .map(group -> new FinishedPair(group.id(), roster, group.members()))
                .toList();
    }

    List<StudentId> students() {
        return members.stream().map(GroupMember::studentId).distinct().toList();
    }

    /** Whether the parameters keep it, or a pair that somebody has joined. */
    boolean isKept() {
        return roster.pinned().stream().anyMatch(pair -> students().containsAll(pair.students()));
    }

    /** Who has confirmed just these students; empty while it is a proposal. */
    Optional<StaffId> confirmedBy() {
        return roster.pinned().stream()
                .filter(pair -> students().containsAll(pair.students())
                        && pair.students().size() == students().size())
                .map(PeerPair::confirmedBy)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** By how many points each tutor is ahead of each who is tutored, where both levels are known. */
    List<Integer> leads() {
        return students().stream()
                .filter(roster::isTutor)
                .flatMap(tutor -> students().stream()
                        .filter(other -> !roster.isTutor(other))
                        .filter(other -> roster.levels().containsKey(tutor)
                                && roster.levels().containsKey(other))
                        .map(other ->
                                roster.levels().get(tutor) - roster.levels().get(other)))
                .toList();
    }

    /** The known levels of those in it, lowest first. */
    List<Integer> levels() {
        return students().stream()
                .map(roster.levels()::get)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}
