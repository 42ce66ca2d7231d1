package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.plugins.smallgroups.Candidate;
import dk.grundskema.plugins.smallgroups.Tutor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Penalties of a plan of small groups, group by group. */
final class GroupPenalties {
    private static final int NOBODY_AT_ALL = 3;

    private final GroupsPlan plan;

    GroupPenalties(GroupsPlan plan) {
        this.plan = plan;
    }

    long sum(ToLongFunction<FormedGroup> cost) {
        return plan.groups().stream().mapToLong(cost).sum();
    }

    /** Returns the members too few or too many. */
    long wrongSize() {
        return sum(group -> Math.max(
                0,
                Math.max(
                        plan.parameters().smallest() - group.students().size(),
                        group.students().size() - plan.parameters().largest())));
    }

    long tooManyGroups() {
        Integer most = plan.parameters().mostGroups();
        return most == null ? 0 : Math.max(0, plan.groups().size() - most);
    }

    /** Returns the pairs in one group with a veto between them. */
    long vetoed() {
        return sum(group -> countPairs(group.students(), group.students(), Student::neverWith) / 2);
    }

    /** Returns the pairs in different groups of one subject of which one student wishes for the other. */
    long wishedPairsApart() {
        long pairs = 0;
        for (FormedGroup one : plan.groups()) {
            for (FormedGroup other : plan.groups()) {
                boolean isSame = one.candidates()
                        .getFirst()
                        .subject()
                        .equals(other.candidates().getFirst().subject());
                if (!one.id().equals(other.id()) && isSame) {
                    pairs += countPairs(one.students(), other.students(), Student::wishedWith);
                }
            }
        }
        return pairs / 2;
    }

    /** Counts pairs of one student from each list of which one names the other. */
    private static long countPairs(
            List<Student> some, List<Student> others, java.util.function.Function<Student, Set<StudentId>> named) {
        long pairs = 0;
        for (Student one : some) {
            for (Student other : others) {
                boolean isNamed = named.apply(one).contains(other.id())
                        || named.apply(other).contains(one.id());
                pairs += isNamed ? 1 : 0;
            }
        }
        return pairs;
    }

    /** Returns the needs of candidates without a group. */
    long unservedNeed() {
        Set<StudentId> served = new HashSet<>();
        plan.groups().forEach(group -> group.students().forEach(one -> served.add(one.id())));
        return plan.parameters().candidates().stream()
                .filter(one -> !served.contains(one.studentId()))
                .mapToLong(Candidate::need)
                .sum();
    }

    /**
     * Returns for each group with missing sessions the members' needs, times 61 plus 40 times the missing share of the requested
     * sessions.
     */
    long missingSessions() {
        int asked = plan.parameters().sessionsPerWeek();
        return sum(group -> {
            long missing = asked - group.taughtSessions();
            return missing == 0 ? 0 : group.need() * (61 + 40 * missing / asked);
        });
    }

    /** Returns the cost of sessions without a tutor: one adult is missing, and students are alone. */
    long withoutAdult() {
        return meetings(
                meeting -> meeting.seats().stream().anyMatch(seat -> seat.staffId() != null) ? 0 : 1 + NOBODY_AT_ALL);
    }

    long withoutRoom() {
        return meetings(meeting -> meeting.roomId() == null ? 1 : 0);
    }

    private long meetings(ToLongFunction<Meeting> cost) {
        return sum(group -> group.meetings().stream().mapToLong(cost).sum());
    }

    /** Returns the members beyond a room's places. */
    long tooSmallRooms() {
        return sum(group -> group.meetings().stream()
                .filter(meeting -> meeting.roomId() != null)
                .mapToLong(meeting -> Math.max(
                        0,
                        group.students().size()
                                - plan.problem().rooms().stream()
                                        .filter(room -> room.id().equals(meeting.roomId()))
                                        .mapToInt(Room::capacity)
                                        .sum()))
                .sum());
    }

    /** Returns the minutes for which a room is double-booked. */
    long roomInTwoPlaces() {
        return plan.problem().rooms().stream()
                .mapToLong(room -> RoomOccupancy.doubleBookedMinutes(
                        plan.problem(),
                        room.id(),
                        plan.timetable().meetings().stream()
                                .filter(meeting -> room.id().equals(meeting.roomId()))
                                .toList()))
                .sum();
    }

    /** Returns the sessions of tutors who are not trained in the subject. */
    long untrainedTutors() {
        return sum(group -> {
            StaffId tutor = group.tutor();
            String subject = group.candidates().getFirst().subject();
            boolean isTrained = tutor == null
                    || plan.parameters().tutors().stream()
                            .filter(one -> one.staffId().equals(tutor))
                            .map(Tutor::subjects)
                            .anyMatch(subjects -> subjects.isEmpty() || subjects.contains(subject));
            return isTrained ? 0 : group.taughtSessions();
        });
    }

    /** Returns the sessions a week beyond the tutors' agreed maximum. */
    long tooManySessions() {
        Map<StaffId, Long> sessions = new HashMap<>();
        for (FormedGroup group : plan.groups()) {
            StaffId tutor = group.tutor();
            if (tutor != null) {
                sessions.merge(tutor, group.taughtSessions(), Long::sum);
            }
        }
        return plan.parameters().tutors().stream()
                .filter(one -> one.mostSessionsPerWeek() != null)
                .mapToLong(one -> Math.max(
                        0,
                        sessions.getOrDefault(one.staffId(), 0L) - Objects.requireNonNull(one.mostSessionsPerWeek())))
                .sum();
    }

    /** Returns the members who are not taught the subject by their tutor. */
    long withoutOwnTeacher() {
        return sum(group -> {
            StaffId tutor = group.tutor();
            return tutor == null
                    ? 0
                    : group.candidates().stream()
                            .filter(one -> !plan.teaches(tutor, one))
                            .count();
        });
    }
}
