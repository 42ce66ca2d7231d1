package dk.grundskema.api.calendar;

import dk.grundskema.api.timetable.Occurrence;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of one timetable: one file for each of the staff, in that person's language, and one for each team that meets and each room, in
 * the problem's. The same timetable gives the same bytes.
 */
public final class Calendars {
    private final Problem problem;
    private final Map<Language, EventWords> words = new EnumMap<>(Language.class);
    private final Map<Language, Texts> texts = new EnumMap<>(Language.class);
    private final List<Event> events;
    private final Timetable timetable;
    private final FileNames fileNames = new FileNames();
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private Calendars(
            Problem problem,
            Timetable timetable,
            Function<Object, Object> names,
            Function<Locale, List<ResourceBundle>> bundles) {
        this.problem = problem;
        this.timetable = timetable;
        var discretion = new Discretion(problem);
        for (Language language : Language.values()) {
            var spoken = new Texts(
                    language.locale(),
                    Stream.concat(Stream.of(bundle(language.locale())), bundles.apply(language.locale()).stream())
                            .toList(),
                    Function.identity());
            texts.put(language, spoken);
            words.put(language, new EventWords(problem, timetable, names, discretion, spoken));
        }
        var ids = new EventIds(problem);
        this.events = Occurrence.of(timetable).stream()
                .map(occurrence -> new Event(ids.of(occurrence), occurrence))
                .toList();
    }

    /**
     * Makes the calendars.
     *
     * @param problem   what was planned
     * @param timetable what came of it; it names nothing that the problem lacks
     * @param names     names of groups, also of those that were formed
     * @param bundles   texts of the core, the domain and the plugins in a language
     * @return contents of files by name: small letters, digits and {@code . -}, no student in them
     */
    public static SortedMap<String, byte[]> of(
            Problem problem,
            Timetable timetable,
            Function<Object, Object> names,
            Function<Locale, List<ResourceBundle>> bundles) {
        return new Calendars(problem, timetable, names, bundles).files();
    }

    private SortedMap<String, byte[]> files() {
        problem.staff().forEach(this::add);
        teams().forEach(this::add);
        problem.rooms().forEach(this::add);
        return files;
    }

    private void add(StaffMember person) {
        Language language = Objects.requireNonNullElse(person.language(), problem.language());
        add(Audience.STAFF, language, person.name(), person.id(), meeting -> holds(person.id(), meeting));
    }

    private static boolean holds(StaffId person, Meeting meeting) {
        return meeting.seats().stream().anyMatch(seat -> person.equals(seat.staffId()));
    }

    private TreeSet<GroupId> teams() {
        var teams = new TreeSet<GroupId>();
        timetable.meetings().forEach(meeting -> teams.addAll(meeting.groupIds()));
        return teams;
    }

    private void add(GroupId team) {
        String name = own(words).group(team);
        add(Audience.TEAM, problem.language(), name, null, meeting -> meeting.groupIds().contains(team));
    }

    private void add(Room room) {
        RoomId id = room.id();
        add(
                Audience.ROOM,
                problem.language(),
                own(words).room(room),
                null,
                meeting -> id.equals(meeting.roomId()) || meeting.extraRoomIds().contains(id));
    }

    private void add(
            Audience audience, Language language, String of, @Nullable StaffId reader, Predicate<Meeting> isTheirs) {
        EventWords spoken = Objects.requireNonNull(words.get(language));
        var theirs = events.stream()
                .filter(event -> isTheirs.test(event.occurrence().meeting()))
                .toList();
        var writer = new CalendarWriter(problem.horizon(), spoken, audience, reader);
        files.put(
                fileNames.of(own(texts).text(audience.fileKey()), of),
                writer.write(spoken.calendar(of), language.locale(), theirs));
    }

    private <T> T own(Map<Language, T> perLanguage) {
        return Objects.requireNonNull(perLanguage.get(problem.language()));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                Calendars.class.getPackageName() + ".messages",
                language,
                Calendars.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
