package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
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
 * Index of timetable entries by person, room, team, student and date, built in one pass. A municipality's school year has hundreds of
 * thousands of entries and thousands of people.
 */
final class EntryIndex {
    private final Map<NamedEntity<StaffId>, List<TimetableEntry>> byPerson = new HashMap<>();
    private final Map<NamedEntity<RoomId>, List<TimetableEntry>> byRoom = new HashMap<>();
    private final Map<NamedEntity<GroupId>, List<NumberedEntry>> byTeam = new HashMap<>();
    private final Map<StudentId, List<NumberedEntry>> byStudent = new HashMap<>();
    private final Map<LocalDate, List<TimetableEntry>> byDate = new HashMap<>();
    private final Set<StudentId> students = new HashSet<>();
    private final TimetableDirectory directory;

    /** An entry and its position in the order of all entries. */
    private record NumberedEntry(int number, TimetableEntry entry) {}

    /** A group in a week; its members can differ between weeks. */
    private record GroupInWeek(GroupId group, IsoWeek week) {}

    /** @param entries entries in the order in which lookups return them */
    EntryIndex(Collection<TimetableEntry> entries, TimetableDirectory directory) {
        this.directory = directory;
        var met = new HashSet<GroupInWeek>();
        int number = 0;
        for (TimetableEntry entry : entries) {
            var placed = new NumberedEntry(number++, entry);
            addEntry(byPerson, entry.staff(), entry);
            addEntry(byRoom, entry.rooms(), entry);
            addEntry(byTeam, entry.teams(), placed);
            addEntry(byDate, List.of(entry.date()), entry);
            addEntry(
                    byStudent,
                    entry.students().stream().map(NumberedStudent::id).toList(),
                    placed);
            IsoWeek week = entry.occurrence().week();
            entry.teams().forEach(team -> met.add(new GroupInWeek(team.id(), week)));
        }
        students.addAll(byStudent.keySet());
        met.forEach(one -> directory.memberIds(one.group()).stream()
                .filter(student -> directory.isMember(student, one.group(), one.week()))
                .forEach(students::add));
    }

    /** Distinct, because a person may be in an entry twice, as a teacher and in another role. */
    private static <K, V> void addEntry(Map<K, List<V>> index, List<K> keys, V entry) {
        keys.stream()
                .distinct()
                .forEach(key ->
                        index.computeIfAbsent(key, fresh -> new ArrayList<>()).add(entry));
    }

    List<TimetableEntry> ofPerson(NamedEntity<StaffId> person) {
        return List.copyOf(byPerson.getOrDefault(person, List.of()));
    }

    List<TimetableEntry> inRoom(NamedEntity<RoomId> room) {
        return List.copyOf(byRoom.getOrDefault(room, List.of()));
    }

    List<TimetableEntry> ofTeam(NamedEntity<GroupId> team) {
        return byTeam.getOrDefault(team, List.of()).stream()
                .map(NumberedEntry::entry)
                .toList();
    }

    /** Returns the entries of a student alone, and of all groups of which the student is a member in at least one week. */
    List<TimetableEntry> ofStudent(StudentId student) {
        var found = new TreeMap<Integer, TimetableEntry>();
        Stream.concat(
                        byStudent.getOrDefault(student, List.of()).stream(),
                        byTeam.entrySet().stream()
                                .filter(team ->
                                        directory.memberIds(team.getKey().id()).contains(student))
                                .flatMap(team -> team.getValue().stream()))
                .forEach(placed -> found.put(placed.number(), placed.entry()));
        return List.copyOf(found.values());
    }

    List<TimetableEntry> startingOn(LocalDate date) {
        return List.copyOf(byDate.getOrDefault(date, List.of()));
    }

    boolean hasEntries(NamedEntity<StaffId> person) {
        return byPerson.containsKey(person);
    }

    boolean hasEntriesIn(NamedEntity<RoomId> room) {
        return byRoom.containsKey(room);
    }

    /** Whether a student is in any entry, with a group or alone. */
    boolean takesPart(StudentId student) {
        return students.contains(student);
    }
}
