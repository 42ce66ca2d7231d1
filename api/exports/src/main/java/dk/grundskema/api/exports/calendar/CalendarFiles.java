package dk.grundskema.api.exports.calendar;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes the calendars of one timetable as files: one for each staff member, in that person's language, and one for each team that meets and each
 * room, in the problem's language. The same timetable gives the same bytes.
 */
public final class CalendarFiles {
    private CalendarFiles() {}

    /**
     * Writes the calendars.
     *
     * @param problem   the problem
     * @param timetable its timetable; it refers to nothing that the problem lacks
     * @param wording   names, styles and texts
     * @return contents of files by name; names consist of lower-case letters, digits and {@code . -} and contain no student
     */
    public static SortedMap<String, byte[]> writeFiles(Problem problem, Timetable timetable, CalendarWording wording) {
        var events = new TimetableCalendars(problem, timetable, wording, EventIdGenerator.of(problem));
        var names = new CalendarFileNames();
        var files = new TreeMap<String, byte[]>();
        exportedOwners(events.owners())
                .forEach(
                        owner -> files.put(fileName(events, owner, problem, names), writeFile(events, owner, problem)));
        return files;
    }

    /**
     * Returns the names of the files before there is a timetable.
     *
     * @param problem the problem
     * @param teams   groups that will meet
     * @param wording names, styles and texts
     */
    public static SortedSet<String> fileNames(Problem problem, SortedSet<GroupId> teams, CalendarWording wording) {
        var events = new TimetableCalendars(
                problem, Timetable.empty("", problem.horizon().zone()), wording, EventIdGenerator.of(problem));
        var names = new CalendarFileNames();
        var all = new TreeSet<String>();
        Stream.concat(exportedOwners(events.owners()), teams.stream().map(CalendarOwner::of))
                .forEach(owner -> all.add(fileName(events, owner, problem, names)));
        return all;
    }

    private static Stream<CalendarOwner> exportedOwners(List<CalendarOwner> all) {
        return all.stream().filter(owner -> owner.kind() != CalendarOwner.Kind.INTERVENTION);
    }

    private static String fileName(
            TimetableCalendars events, CalendarOwner owner, Problem problem, CalendarFileNames names) {
        String kind = switch (owner.kind()) {
            case STAFF -> "staff";
            case ROOM -> "room";
            case INTERVENTION -> "intervention";
            case GROUP -> events.isClass(owner) ? "class" : "team";
        };
        return names.nextFreeName(
                events.texts(problem.language()).text("calendar.file-" + kind),
                events.ownerName(owner, problem.language()));
    }

    private static byte[] writeFile(TimetableCalendars events, CalendarOwner owner, Problem problem) {
        Language language = events.languageOf(owner);
        Instant written =
                problem.horizon().firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
        var versions = events.eventsOf(owner, language).stream()
                .map(event -> new EventVersion(event, 0, written, false))
                .toList();
        var head = new CalendarHeader(
                events.calendarTitle(owner, language), language.locale(), CalendarSpan.of(problem.horizon()));
        return ICalendarWriter.writeFile(head, versions);
    }
}
