package dk.grundskema.api.calendar;

import dk.grundskema.api.timetable.ExistingLessons;
import dk.grundskema.api.timetable.Occurrence;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of one timetable: one file for each of the staff, in that person's language, and one for each team that meets and each room, in
 * the problem's. Lessons of the existing timetable that nobody comes to are no news and in none of them. The same timetable gives the same bytes.
 */
public final class Calendars {
    private final Problem problem;
    private final Timetable timetable;
    private final EventIds ids;
    private final List<Event> events;
    private final Map<Language, Spoken> spoken = new EnumMap<>(Language.class);

    private Calendars(Problem problem, Timetable timetable, Wording wording) {
        this.problem = problem;
        this.timetable = timetable;
        var discretion = new Discretion(problem);
        for (Language language : Language.values()) {
            var texts = new Texts(language.locale(), bundles(language.locale(), wording), Function.identity());
            spoken.put(language, new Spoken(texts, new EventWords(problem, timetable, wording, discretion, texts)));
        }
        this.ids = new EventIds(problem);
        this.events = Occurrence.of(timetable).stream()
                .filter(occurrence -> !ExistingLessons.isUntouched(occurrence.meeting()))
                .map(occurrence -> new Event(ids.of(occurrence), occurrence))
                .toList();
    }

    /**
     * Makes the calendars.
     *
     * @param problem   what was planned
     * @param timetable what came of it; it names nothing that the problem lacks
     * @param wording   names, looks and texts
     * @return contents of files by name: small letters, digits and {@code . -}, no student in them
     */
    public static SortedMap<String, byte[]> of(Problem problem, Timetable timetable, Wording wording) {
        return new Calendars(problem, timetable, wording).files();
    }

    /**
     * Names of the files that the calendars will have, before there is a timetable.
     *
     * @param problem what is to be planned
     * @param teams   groups that will meet
     * @param wording names, looks and texts
     */
    public static SortedSet<String> fileNames(Problem problem, SortedSet<GroupId> teams, Wording wording) {
        var calendars = new Calendars(problem, nothing(problem), wording);
        var names = new FileNames();
        var all = new TreeSet<String>();
        calendars.owners(teams).forEach(owner -> all.add(calendars.fileName(owner, names)));
        return all;
    }

    private static Timetable nothing(Problem problem) {
        return new Timetable(
                Timetable.VERSION,
                "",
                problem.horizon().zone(),
                0,
                new Score(0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private SortedMap<String, byte[]> files() {
        var teams = new TreeSet<GroupId>();
        timetable.meetings().forEach(meeting -> teams.addAll(meeting.groupIds()));
        var names = new FileNames();
        var files = new TreeMap<String, byte[]>();
        owners(teams).forEach(owner -> files.put(fileName(owner, names), file(owner)));
        return files;
    }

    /**
     * What a calendar is of.
     *
     * @param audience whom it is for
     * @param language language of its texts
     * @param name     what people call it
     * @param reader   whose it is; {@code null} unless one of the staff's
     * @param isTheirs which meetings are in it
     */
    private record Owner(
            Audience audience,
            Language language,
            String name,
            @Nullable StaffId reader,
            Predicate<Meeting> isTheirs) {
        /** The id alone, of those who have one. */
        @Override
        public String toString() {
            return audience + " " + reader;
        }
    }

    /** Always in the same order, so that files keep their names. */
    private List<Owner> owners(SortedSet<GroupId> teams) {
        return Stream.of(
                        problem.staff().stream().map(this::owner),
                        problem.rooms().stream().map(this::owner),
                        teams.stream().map(this::owner))
                .flatMap(owners -> owners)
                .toList();
    }

    private Owner owner(StaffMember person) {
        Language language = Objects.requireNonNullElse(person.language(), problem.language());
        return new Owner(
                Audience.STAFF,
                language,
                person.name(),
                person.id(),
                meeting -> meeting.seats().stream().anyMatch(seat -> person.id().equals(seat.staffId())));
    }

    private Owner owner(Room room) {
        String name = in(problem.language()).words().room(room);
        return new Owner(
                Audience.ROOM,
                problem.language(),
                name,
                null,
                meeting -> room.id().equals(meeting.roomId())
                        || meeting.extraRoomIds().contains(room.id()));
    }

    private Owner owner(GroupId team) {
        String name = in(problem.language()).words().group(team);
        return new Owner(
                isClass(team) ? Audience.CLASS : Audience.TEAM,
                problem.language(),
                name,
                null,
                meeting -> meeting.groupIds().contains(team));
    }

    private boolean isClass(GroupId id) {
        return problem.group(id)
                .filter(group -> group.kind() == Group.Kind.CLASS)
                .isPresent();
    }

    private String fileName(Owner owner, FileNames names) {
        return names.of(in(problem.language()).texts().text(owner.audience().fileKey()), owner.name());
    }

    private byte[] file(Owner owner) {
        EventWords words = in(owner.language()).words();
        var theirs = events.stream()
                .filter(event -> owner.isTheirs().test(event.occurrence().meeting()))
                .toList();
        return new CalendarWriter(problem.horizon(), words, owner.audience(), owner.reader())
                .write(words.calendar(owner.name()), owner.language().locale(), theirs, tasks(owner));
    }

    /** What the reader of a calendar has to do, by its id; nobody else is told. */
    private SortedMap<String, Task> tasks(Owner owner) {
        var tasks = new TreeMap<String, Task>();
        timetable.tasks().stream()
                .filter(task -> owner.reader() != null && owner.reader().equals(task.staffId()))
                .forEach(task -> tasks.put(ids.of(task), task));
        return tasks;
    }

    /** What is said in one language. */
    private record Spoken(Texts texts, EventWords words) {}

    private Spoken in(Language language) {
        return Objects.requireNonNull(spoken.get(language));
    }

    private static List<ResourceBundle> bundles(Locale language, Wording wording) {
        return Stream.concat(Stream.of(bundle(language)), wording.bundles().apply(language).stream())
                .toList();
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                Calendars.class.getPackageName() + ".messages",
                language,
                Calendars.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
