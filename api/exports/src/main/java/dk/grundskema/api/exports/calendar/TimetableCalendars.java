package dk.grundskema.api.exports.calendar;

import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates the calendar events of a timetable, for each staff member, room, group that meets and intervention. Lessons of the existing timetable to
 * which the plan adds nobody are in no calendar, unless calendars had them: see {@link CalendarOccurrences}. No student is named: {@link StudentNameRedactor} processes every text. The result is deterministic;
 * event ids come from {@link EventIdGenerator}. Texts are built once for each language.
 */
public final class TimetableCalendars {
    private static final Set<String> NOBODY_ADDED = Stream.of(Language.values())
            .map(language -> bundle(language.locale()).getString(EventTextBuilder.NOBODY_ADDED))
            .collect(Collectors.toUnmodifiableSet());

    private final Problem problem;
    private final Timetable timetable;
    private final EventIdGenerator ids;
    private final List<Occurrence> occurrences;
    private final Map<CalendarOwner, List<IdentifiedOccurrence>> byOwner = new HashMap<>();
    private final EventTakeovers handovers = new EventTakeovers(byOwner);
    private final Map<Language, LanguageTexts> textsByLanguage = new EnumMap<>(Language.class);

    /** The texts of one language. */
    private record LanguageTexts(Texts texts, EventTextBuilder words) {}

    /**
     * @param problem   the problem
     * @param timetable its timetable; it refers to nothing that the problem lacks
     * @param wording   names, styles and texts
     * @param ids       generates event ids
     */
    public TimetableCalendars(Problem problem, Timetable timetable, CalendarWording wording, EventIdGenerator ids) {
        this.problem = problem;
        this.timetable = timetable;
        this.ids = ids;
        var redactor = new StudentNameRedactor(problem);
        for (Language language : Language.values()) {
            var texts = new Texts(language.locale(), bundles(language.locale(), wording), Function.identity());
            textsByLanguage.put(
                    language,
                    new LanguageTexts(texts, new EventTextBuilder(problem, timetable, wording, redactor, texts)));
        }
        this.occurrences = CalendarOccurrences.of(problem, timetable, ids);
        EventIdGenerator.OccurrenceIdSeries series = ids.newSeries();
        occurrences.stream()
                .map(occurrence -> new IdentifiedOccurrence(series.of(occurrence), occurrence))
                .forEach(held -> EventTakeovers.ownersOf(held.occurrence().meeting())
                        .forEach(owner -> byOwner.computeIfAbsent(owner, none -> new ArrayList<>())
                                .add(held)));
    }

    /** Returns the occurrences that are in calendars, ordered by time, then session id. */
    public List<Occurrence> occurrences() {
        return occurrences;
    }

    /** Returns all possible owners of calendars: all staff, all rooms, all groups that meet, all interventions. The order is fixed. */
    public List<CalendarOwner> owners() {
        var teams = new TreeSet<GroupId>();
        timetable.meetings().forEach(meeting -> teams.addAll(meeting.groupIds()));
        return Stream.of(
                        problem.staff().stream().map(one -> CalendarOwner.of(one.id())),
                        problem.rooms().stream().map(one -> CalendarOwner.of(one.id())),
                        teams.stream().map(CalendarOwner::of),
                        problem.interventions().stream().map(one -> CalendarOwner.of(one.id())))
                .flatMap(owners -> owners)
                .toList();
    }

    /** Returns the name of an owner; its id if the plan does not contain it. */
    public String ownerName(CalendarOwner owner, Language language) {
        EventTextBuilder words = textsIn(language).words();
        return switch (owner.kind()) {
            case STAFF -> person(owner).map(StaffMember::name).orElse(owner.id());
            case GROUP -> words.groupName(new GroupId(owner.id()));
            case ROOM ->
                problem.room(new RoomId(owner.id())).map(words::roomName).orElse(owner.id());
            case INTERVENTION ->
                problem.interventions().stream()
                        .filter(one -> one.id().value().equals(owner.id()))
                        .map(words::interventionName)
                        .findFirst()
                        .orElse(owner.id());
        };
    }

    private Optional<StaffMember> person(CalendarOwner owner) {
        return problem.staffMember(new StaffId(owner.id()));
    }

    /** Returns the title of an owner's calendar: plan and owner. */
    public String calendarTitle(CalendarOwner owner, Language language) {
        return textsIn(language).words().calendarTitle(ownerName(owner, language));
    }

    /** Returns a user's text in the plan's language, with numbers instead of students' names. */
    public String redactStudents(String text) {
        return textsIn(problem.language()).words().redact(text);
    }

    /** Returns the default language of an owner's calendar: the person's own language, otherwise the plan's. */
    public Language languageOf(CalendarOwner owner) {
        return person(owner)
                .filter(one -> owner.kind() == CalendarOwner.Kind.STAFF)
                .map(StaffMember::language)
                .orElse(problem.language());
    }

    /** Returns whether an owner is a class of the school and not a formed team. */
    boolean isClass(CalendarOwner owner) {
        return owner.kind() == CalendarOwner.Kind.GROUP
                && problem.group(new GroupId(owner.id()))
                        .filter(group -> group.kind() == Group.Kind.CLASS)
                        .isPresent();
    }

    /** Returns the ids of the other owners of the same kind for each event of an owner, by event id; events without others are left out. */
    public Map<String, List<String>> coOwnerIdsByEvent(CalendarOwner owner) {
        return handovers.coOwnerIdsByEvent(owner);
    }

    /**
     * Returns what happened to an event that is no longer in an owner's calendar; empty if it is not held any more.
     *
     * @param uid    id of the event
     * @param beside other owners of the same kind that the event had while it was in the calendar, as in {@link #coOwnerIdsByEvent}; they count
     *     as no takeover
     */
    public Optional<EventTakeover> findTakeover(
            String uid, CalendarOwner owner, Collection<String> beside, Language language) {
        return handovers.findSuccessors(uid, owner, beside).map(come -> {
            Stream<String> now = owner.kind() == CalendarOwner.Kind.ROOM && !come.isEmpty()
                    ? Stream.of(
                            textsIn(language).words().placeNames(come.stream().map(one -> new RoomId(one.id()))))
                    : come.stream().map(one -> ownerName(one, language));
            return new EventTakeover(
                    owner.kind(),
                    now.map(PlainTextCleaner::toSingleLine)
                            .filter(one -> !one.isEmpty())
                            .toList());
        });
    }

    /** Returns whether an event is that of a lesson to which the plan adds nobody any more, in any language. */
    public static boolean isOrdinaryLesson(CalendarEvent event) {
        return event.description().stream().anyMatch(NOBODY_ADDED::contains);
    }

    /** Returns the events of an owner's calendar by time, followed by the owner's tasks; empty if there are none. */
    public List<CalendarEvent> eventsOf(CalendarOwner owner, Language language) {
        EventTextBuilder words = textsIn(language).words();
        CalendarAudience audience = audienceOf(owner);
        StaffId reader = owner.kind() == CalendarOwner.Kind.STAFF ? new StaffId(owner.id()) : null;
        var events = new ArrayList<CalendarEvent>();
        var entries = new CalendarEventFactory(words, audience, reader);
        byOwner.getOrDefault(owner, List.of()).stream().map(entries::create).forEach(events::add);
        timetable.tasks().stream()
                .filter(task -> reader != null && reader.equals(task.staffId()))
                .map(task -> taskEvent(task, words))
                .sorted(Comparator.comparing(CalendarEvent::uid))
                .forEach(events::add);
        return events;
    }

    private CalendarAudience audienceOf(CalendarOwner owner) {
        return switch (owner.kind()) {
            case STAFF -> CalendarAudience.STAFF;
            case ROOM, INTERVENTION -> CalendarAudience.ROOM;
            case GROUP -> isClass(owner) ? CalendarAudience.CLASS : CalendarAudience.TEAM;
        };
    }

    /** Returns the event of a task on a date; it takes no time of the day. */
    private CalendarEvent taskEvent(Task task, EventTextBuilder words) {
        return new CalendarEvent(
                ids.of(task),
                EventTime.ofDays(task.date(), task.date()),
                PlainTextCleaner.toSingleLine(words.summary(task)),
                "",
                List.of(),
                List.of(),
                "",
                false);
    }

    private LanguageTexts textsIn(Language language) {
        return Objects.requireNonNull(textsByLanguage.get(language));
    }

    /** Returns the texts of calendars in a language. */
    Texts texts(Language language) {
        return textsIn(language).texts();
    }

    private static List<ResourceBundle> bundles(Locale language, CalendarWording wording) {
        return Stream.concat(Stream.of(bundle(language)), wording.bundles().apply(language).stream())
                .toList();
    }

    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                TimetableCalendars.class.getPackageName() + ".messages",
                language,
                TimetableCalendars.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
