package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Member;
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
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is held, found by who is there, where, and when, in one walk: of a municipality's school year there are hundreds of thousands of entries, and
 * thousands of people who could be in them.
 */
final class HeldIndex {
    private final Map<Named<StaffId>, List<Entry>> byPerson = new HashMap<>();
    private final Map<Named<RoomId>, List<Entry>> byRoom = new HashMap<>();
    private final Map<Named<GroupId>, List<Placed>> byTeam = new HashMap<>();
    private final Map<StudentId, List<Placed>> byStudent = new HashMap<>();
    private final Map<LocalDate, List<Entry>> byDate = new HashMap<>();
    private final Set<StudentId> students = new HashSet<>();
    private final Directory directory;

    /** An entry and its number in the order of all. */
    private record Placed(int number, Entry entry) {}

    /** A group in a week; its members may be others in another. */
    private record Met(GroupId group, IsoWeek week) {}

    /** @param entries in the order in which they are found */
    HeldIndex(Collection<Entry> entries, Directory directory) {
        this.directory = directory;
        var met = new HashSet<Met>();
        int number = 0;
        for (Entry entry : entries) {
            var placed = new Placed(number++, entry);
            enter(byPerson, entry.staff(), entry);
            enter(byRoom, entry.rooms(), entry);
            enter(byTeam, entry.teams(), placed);
            enter(byDate, List.of(entry.date()), entry);
            enter(byStudent, entry.students().stream().map(Member::id).toList(), placed);
            IsoWeek week = entry.occurrence().week();
            entry.teams().forEach(team -> met.add(new Met(team.id(), week)));
        }
        students.addAll(byStudent.keySet());
        met.forEach(one -> directory.memberIds(one.group()).stream()
                .filter(student -> directory.isMember(student, one.group(), one.week()))
                .forEach(students::add));
    }

    /** Somebody may be in an entry twice, as a teacher and as something else. */
    private static <K, V> void enter(Map<K, List<V>> index, List<K> keys, V entry) {
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
        return byTeam.getOrDefault(team, List.of()).stream().map(Placed::entry).toList();
    }

    /** What a student takes part in alone, or with groups to which the student belongs in one of the weeks at least. */
    List<Entry> ofStudent(StudentId student) {
        var found = new TreeMap<Integer, Entry>();
        Stream.concat(
                        byStudent.getOrDefault(student, List.of()).stream(),
                        byTeam.entrySet().stream()
                                .filter(team ->
                                        directory.memberIds(team.getKey().id()).contains(student))
                                .flatMap(team -> team.getValue().stream()))
                .forEach(placed -> found.put(placed.number(), placed.entry()));
        return List.copyOf(found.values());
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
