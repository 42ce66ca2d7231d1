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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the calendars of a timetable say. Lessons of the existing timetable that nobody comes to are no news and in none of them. No student is
 * named. The same timetable gives the same events.
 */
public final class CalendarEvents {
    private final Problem problem;
    private final Timetable timetable;
    private final EventIds ids;
    private final Map<CalendarOwner, List<HeldEvent>> byOwner = new HashMap<>();
    private final Handovers handovers = new Handovers(byOwner);
    private final Map<Language, Spoken> spoken = new EnumMap<>(Language.class);

    /** What is said in one language. */
    private record Spoken(Texts texts, EventWords words) {}

    /**
     * @param problem   what was planned
     * @param timetable what came of it; it names nothing that the problem lacks
     * @param wording   names, looks and texts
     * @param ids       ids of events
     */
    public CalendarEvents(Problem problem, Timetable timetable, Wording wording, EventIds ids) {
        this.problem = problem;
        this.timetable = timetable;
        this.ids = ids;
        var discretion = new Discretion(problem);
        for (Language language : Language.values()) {
            var texts = new Texts(language.locale(), bundles(language.locale(), wording), Function.identity());
            spoken.put(language, new Spoken(texts, new EventWords(problem, timetable, wording, discretion, texts)));
        }
        EventIds.Series series = ids.series();
        Occurrence.of(timetable).stream()
                .filter(occurrence -> !ExistingLessons.isUntouched(occurrence.meeting()))
                .map(occurrence -> new HeldEvent(series.of(occurrence), occurrence))
                .forEach(held -> Handovers.owners(held.occurrence().meeting())
                        .forEach(owner -> byOwner.computeIfAbsent(owner, none -> new ArrayList<>())
                                .add(held)));
    }

    /** Everybody and everything that may have a calendar: all staff, all rooms, all groups that meet, all interventions. Always in the same order. */
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

    /** What people call an owner; its id if the plan doesn't know it. */
    public String name(CalendarOwner owner, Language language) {
        EventWords words = in(language).words();
        return switch (owner.kind()) {
            case STAFF -> person(owner).map(StaffMember::name).orElse(owner.id());
            case GROUP -> words.group(new GroupId(owner.id()));
            case ROOM -> problem.room(new RoomId(owner.id())).map(words::room).orElse(owner.id());
            case INTERVENTION ->
                problem.interventions().stream()
                        .filter(one -> one.id().value().equals(owner.id()))
                        .map(words::intervention)
                        .findFirst()
                        .orElse(owner.id());
        };
    }

    private Optional<StaffMember> person(CalendarOwner owner) {
        return problem.staffMember(new StaffId(owner.id()));
    }

    /** What an owner's calendar is called: after the plan and the owner. */
    public String title(CalendarOwner owner, Language language) {
        return in(language).words().calendar(name(owner, language));
    }

    /** What somebody wrote who needn't think of who reads it, in the plan's language: where students are named, their numbers stand instead. */
    public String discreet(String text) {
        return in(problem.language()).words().discreet(text);
    }

    /** The language that an owner's calendar is in unless somebody wishes another: a person's own, else the plan's. */
    public Language language(CalendarOwner owner) {
        return person(owner)
                .filter(one -> owner.kind() == CalendarOwner.Kind.STAFF)
                .map(StaffMember::language)
                .orElse(problem.language());
    }

    /** Whether an owner is a class of the school, rather than a team that was formed. */
    boolean isClass(CalendarOwner owner) {
        return owner.kind() == CalendarOwner.Kind.GROUP
                && problem.group(new GroupId(owner.id()))
                        .filter(group -> group.kind() == Group.Kind.CLASS)
                        .isPresent();
    }

    /** Which others of an owner's kind, by their ids, each of its events has, by the event's id; events that have none are left out. */
    public Map<String, List<String>> beside(CalendarOwner owner) {
        return handovers.beside(owner);
    }

    /**
     * What became of an event that an owner's calendar has no longer, if it is held all the same.
     *
     * @param uid    id of the event
     * @param beside which others of the owner's kind it had as long as the calendar had it, as {@link #beside} says them: they have taken nothing over
     */
    public Optional<StillHeld> stillHeld(
            String uid, CalendarOwner owner, Collection<String> beside, Language language) {
        return handovers.come(uid, owner, beside).map(come -> {
            Stream<String> now = owner.kind() == CalendarOwner.Kind.ROOM && !come.isEmpty()
                    ? Stream.of(in(language).words().place(come.stream().map(one -> new RoomId(one.id()))))
                    : come.stream().map(one -> name(one, language));
            return new StillHeld(
                    owner.kind(),
                    now.map(PlainText::line).filter(one -> !one.isEmpty()).toList());
        });
    }

    /** The events of an owner's calendar, by time, and then what the owner has to do; empty if nothing is held for it. */
    public List<CalendarEvent> of(CalendarOwner owner, Language language) {
        EventWords words = in(language).words();
        Audience audience = audience(owner);
        StaffId reader = owner.kind() == CalendarOwner.Kind.STAFF ? new StaffId(owner.id()) : null;
        var events = new ArrayList<CalendarEvent>();
        var entries = new Entries(words, audience, reader);
        byOwner.getOrDefault(owner, List.of()).stream().map(entries::of).forEach(events::add);
        timetable.tasks().stream()
                .filter(task -> reader != null && reader.equals(task.staffId()))
                .map(task -> event(task, words))
                .sorted(Comparator.comparing(CalendarEvent::uid))
                .forEach(events::add);
        return events;
    }

    private Audience audience(CalendarOwner owner) {
        return switch (owner.kind()) {
            case STAFF -> Audience.STAFF;
            case ROOM, INTERVENTION -> Audience.ROOM;
            case GROUP -> isClass(owner) ? Audience.CLASS : Audience.TEAM;
        };
    }

    /** Something to do on a date, at whatever time: it takes none of the day. */
    private CalendarEvent event(Task task, EventWords words) {
        return new CalendarEvent(
                ids.of(task),
                EventTime.ofDays(task.date(), task.date()),
                PlainText.line(words.summary(task)),
                "",
                List.of(),
                List.of(),
                "",
                false);
    }

    private Spoken in(Language language) {
        return Objects.requireNonNull(spoken.get(language));
    }

    /** The texts of calendars in a language. */
    Texts texts(Language language) {
        return in(language).texts();
    }

    private static List<ResourceBundle> bundles(Locale language, Wording wording) {
        return Stream.concat(Stream.of(bundle(language)), wording.bundles().apply(language).stream())
                .toList();
    }

    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                CalendarEvents.class.getPackageName() + ".messages",
                language,
                CalendarEvents.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
