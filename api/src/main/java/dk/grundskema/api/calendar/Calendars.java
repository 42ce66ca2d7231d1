package dk.grundskema.api.calendar;

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
 * The calendars of one timetable as files: one for each of the staff, in that person's language, and one for each team that meets and each room, in
 * the problem's. The same timetable gives the same bytes.
 */
public final class Calendars {
    private Calendars() {}

    /**
     * Makes the calendars.
     *
     * @param problem   what was planned
     * @param timetable what came of it; it names nothing that the problem lacks
     * @param wording   names, looks and texts
     * @return contents of files by name: small letters, digits and {@code . -}, no student in them
     */
    public static SortedMap<String, byte[]> of(Problem problem, Timetable timetable, Wording wording) {
        var events = new CalendarEvents(problem, timetable, wording, EventIds.of(problem));
        var names = new FileNames();
        var files = new TreeMap<String, byte[]>();
        owners(events.owners())
                .forEach(owner -> files.put(fileName(events, owner, problem, names), file(events, owner, problem)));
        return files;
    }

    /**
     * Names of the files that the calendars will have, before there is a timetable.
     *
     * @param problem what is to be planned
     * @param teams   groups that will meet
     * @param wording names, looks and texts
     */
    public static SortedSet<String> fileNames(Problem problem, SortedSet<GroupId> teams, Wording wording) {
        var events = new CalendarEvents(
                problem, Timetable.ofNothing("", problem.horizon().zone()), wording, EventIds.of(problem));
        var names = new FileNames();
        var all = new TreeSet<String>();
        Stream.concat(owners(events.owners()), teams.stream().map(CalendarOwner::of))
                .forEach(owner -> all.add(fileName(events, owner, problem, names)));
        return all;
    }

    private static Stream<CalendarOwner> owners(List<CalendarOwner> all) {
        return all.stream().filter(owner -> owner.kind() != CalendarOwner.Kind.INTERVENTION);
    }

    private static String fileName(CalendarEvents events, CalendarOwner owner, Problem problem, FileNames names) {
        String kind = switch (owner.kind()) {
            case STAFF -> "staff";
            case ROOM -> "room";
            case INTERVENTION -> "intervention";
            case GROUP -> events.isClass(owner) ? "class" : "team";
        };
        return names.of(
                events.texts(problem.language()).text("calendar.file-" + kind), events.name(owner, problem.language()));
    }

    private static byte[] file(CalendarEvents events, CalendarOwner owner, Problem problem) {
        Language language = events.language(owner);
        Instant written =
                problem.horizon().firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
        var versions = events.of(owner, language).stream()
                .map(event -> new EventVersion(event, 0, written, false))
                .toList();
        var head =
                new CalendarHead(events.title(owner, language), language.locale(), CalendarSpan.of(problem.horizon()));
        return CalendarWriter.file(head, versions);
    }
}
