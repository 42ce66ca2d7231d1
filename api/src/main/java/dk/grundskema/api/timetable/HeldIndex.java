package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is held, found by who is there, where, and when, in one walk: of a municipality's school year there are hundreds of thousands of entries, and
 * thousands of people who could be in them.
 */
final class HeldIndex {
    private final Map<Named<StaffId>, List<Entry>> byPerson = new HashMap<>();
    private final Map<Named<RoomId>, List<Entry>> byRoom = new HashMap<>();
    private final Map<Named<GroupId>, List<Entry>> byTeam = new HashMap<>();
    private final Map<LocalDate, List<Entry>> byDate = new HashMap<>();
    private final Set<StudentId> students = new HashSet<>();

    /** A group in a week; its members may be others in another. */
    private record Met(GroupId group, IsoWeek week) {}

    /** @param entries in the order in which they are found */
    HeldIndex(Collection<Entry> entries, Directory directory) {
        var met = new HashSet<Met>();
        for (Entry entry : entries) {
            enter(byPerson, entry.staff(), entry);
            enter(byRoom, entry.rooms(), entry);
            enter(byTeam, entry.teams(), entry);
            enter(byDate, List.of(entry.date()), entry);
            entry.students().forEach(student -> students.add(student.id()));
            IsoWeek week = entry.occurrence().week();
            entry.teams().forEach(team -> met.add(new Met(team.id(), week)));
        }
        met.forEach(one -> directory.memberIds(one.group()).stream()
                .filter(student -> directory.isMember(student, one.group(), one.week()))
                .forEach(students::add));
    }

    /** Somebody may be in an entry twice, as a teacher and as something else. */
    private static <K> void enter(Map<K, List<Entry>> index, List<K> keys, Entry entry) {
        keys.stream()
                .distinct()
                .forEach(key ->
                        index.computeIfAbsent(key, fresh -> new ArrayList<>()).add(entry));
    }

    List<Entry> ofPerson(Named<StaffId> person) {
        return List.copyOf(byPerson.getOrDefault(person, List.of()));
    }

    List<Entry> inRoom(Named<RoomId> room) {
        return List.copyOf(byRoom.getOrDefault(room, List.of()));
    }

    List<Entry> ofTeam(Named<GroupId> team) {
        return List.copyOf(byTeam.getOrDefault(team, List.of()));
    }

    List<Entry> on(LocalDate date) {
        return List.copyOf(byDate.getOrDefault(date, List.of()));
    }

    boolean isInSomething(Named<StaffId> person) {
        return byPerson.containsKey(person);
    }

    boolean isUsed(Named<RoomId> room) {
        return byRoom.containsKey(room);
    }

    /** Whether a student takes part in something, with a group or alone. */
    boolean takesPart(StudentId student) {
        return students.contains(student);
    }
}
