package dk.grundskema.examples.scoring;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.Candidate;
import dk.grundskema.solver.spi.toolkit.Tutor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What a plan of small groups costs group by group. */
final class GroupsFormed {
    private static final int NOBODY_AT_ALL = 3;

    private final GroupsPlan plan;

    GroupsFormed(GroupsPlan plan) {
        this.plan = plan;
    }

    long sum(ToLongFunction<FormedGroup> cost) {
        return plan.groups().stream().mapToLong(cost).sum();
    }

    /** Members too few or too many. */
    long wrongSize() {
        return sum(group -> Math.max(
                0,
                Math.max(
                        plan.parameters().smallest() - group.students().size(),
                        group.students().size() - plan.parameters().largest())));
    }

    long tooMany() {
        Integer most = plan.parameters().mostGroups();
        return most == null ? 0 : Math.max(0, plan.groups().size() - most);
    }

    /** Pairs in one group of whom one must not be with the other. */
    long vetoed() {
        return sum(group -> pairs(group.students(), group.students(), Student::neverWith) / 2);
    }

    /** Pairs in different groups of one subject of whom one wishes for the other. */
    long apart() {
        long pairs = 0;
        for (FormedGroup one : plan.groups()) {
            for (FormedGroup other : plan.groups()) {
                boolean isSame = one.candidates()
                        .getFirst()
                        .subject()
                        .equals(other.candidates().getFirst().subject());
                if (!one.id().equals(other.id()) && isSame) {
                    pairs += pairs(one.students(), other.students(), Student::wishedWith);
                }
            }
        }
        return pairs / 2;
    }

    /** Pairs of one of some and one of others, of whom one names the other. */
    private static long pairs(
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

    /** Needs of those who are in no group. */
    long unservedNeed() {
        Set<StudentId> served = new HashSet<>();
        plan.groups().forEach(group -> group.students().forEach(one -> served.add(one.id())));
        return plan.parameters().candidates().stream()
                .filter(one -> !served.contains(one.studentId()))
                .mapToLong(Candidate::need)
                .sum();
    }

    /** Members' needs, times 61 in a hundred and the part of 40 that the sessions missing are of those asked for. */
    long missingSessions() {
        int asked = plan.parameters().sessionsPerWeek();
        return sum(group -> {
            long missing = asked - group.taught();
            return missing == 0 ? 0 : group.need() * (61 + 40 * missing / asked);
        });
    }

    /** Sessions without a tutor: one adult is missing, and students are alone. */
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

    /** Members beyond a room's places. */
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

    /** Minutes for which a room is taken twice. */
    long roomInTwoPlaces() {
        return plan.problem().rooms().stream()
                .mapToLong(room -> RoomDays.takenTwice(
                        plan.problem(),
                        room.id(),
                        plan.timetable().meetings().stream()
                                .filter(meeting -> room.id().equals(meeting.roomId()))
                                .toList()))
                .sum();
    }

    /** Sessions of somebody who isn't trained in the subject. */
    long untrained() {
        return sum(group -> {
            StaffId tutor = group.tutor();
            String subject = group.candidates().getFirst().subject();
            boolean isTrained = tutor == null
                    || plan.parameters().tutors().stream()
                            .filter(one -> one.staffId().equals(tutor))
                            .map(Tutor::subjects)
                            .anyMatch(subjects -> subjects.isEmpty() || subjects.contains(subject));
            return isTrained ? 0 : group.taught();
        });
    }

    /** Sessions a week beyond what tutors agreed to. */
    long tooManySessions() {
        Map<StaffId, Long> sessions = new HashMap<>();
        for (FormedGroup group : plan.groups()) {
            StaffId tutor = group.tutor();
            if (tutor != null) {
                sessions.merge(tutor, group.taught(), Long::sum);
            }
        }
        return plan.parameters().tutors().stream()
                .filter(one -> one.mostSessionsPerWeek() != null)
                .mapToLong(one -> Math.max(
                        0,
                        sessions.getOrDefault(one.staffId(), 0L) - Objects.requireNonNull(one.mostSessionsPerWeek())))
                .sum();
    }

    /** Members who aren't taught the subject by the tutor. */
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
