package dk.grundskema.api.cli.change;

import dk.grundskema.api.cli.command.MomentParser;
import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.cell.WeekdayParser;
import dk.grundskema.api.documents.cell.WordSplitter;
import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.documents.problem.PersonNameFormatter;
import dk.grundskema.api.planning.change.StatedChange;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses changes as typed, and collects the errors in them. */
final class ChangeParser {
    /** Words for a period without end. */
    private static final Set<String> FOR_GOOD = Set.of("end", "slut");

    /** Stands where nothing is said. */
    private static final String NOTHING = "-";

    private final Problem problem;
    private final Supplier<List<Group>> formed;
    private final List<Finding> findings = new ArrayList<>();

    /** @param problem problem with the people, rooms and groups */
    ChangeParser(Problem problem) {
        this(problem, List::of);
    }

    /**
     * @param problem problem with the people, rooms and groups
     * @param formed  returns the groups that the plan forms; called only if a student changes groups
     */
    ChangeParser(Problem problem, Supplier<List<Group>> formed) {
        this.problem = problem;
        this.formed = formed;
    }

    private record Stretch(LocalDateTime from, @Nullable LocalDateTime until) {}

    /** Returns all errors found so far. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Parses the absence of a staff member. */
    Optional<StatedChange.StaffAway> parseAway(String who, String from, String until) {
        Optional<StaffId> staff = resolveStaff(who);
        Optional<Stretch> stretch = parseStretch(from, until);
        return staff.flatMap(id -> stretch.map(when -> new StatedChange.StaffAway(id, when.from(), when.until())));
    }

    /** Parses the loss of a room. */
    Optional<StatedChange> parseRoomGone(String room, String from, String until) {
        Optional<RoomId> id = resolveRoom(room);
        Optional<Stretch> stretch = parseStretch(from, until);
        return id.flatMap(one -> stretch.map(when -> new StatedChange.RoomGone(one, when.from(), when.until())));
    }

    /** Parses a date on which nothing is held. */
    Optional<StatedChange> parseClosed(String day) {
        return parseDay(day).map(StatedChange.DayClosed::new);
    }

    /** Parses a date on which something can be held again. */
    Optional<StatedChange> parseOpened(String day) {
        return parseDay(day).map(StatedChange.DayOpened::new);
    }

    /** Parses new hours of a staff member. */
    Optional<StatedChange> parseHours(String who, String hours) {
        Optional<StaffId> staff = resolveStaff(who);
        return parseNumber(hours).flatMap(number -> staff.map(id -> new StatedChange.StaffHours(id, number)));
    }

    private Optional<Double> parseNumber(String hours) {
        Optional<Double> number =
                CellCodec.readNumber(hours.strip()).asOptional().map(BigDecimal::doubleValue);
        if (number.isEmpty()) {
            findings.add(Finding.error("changing.no-number", "", hours));
        }
        return number;
    }

    /** Parses that a student leaves all groups. */
    Optional<StatedChange> parseLeaves(String student, String from) {
        Optional<StudentId> id = resolveStudent(student);
        Optional<LocalDate> day = parseDay(from);
        return id.flatMap(one -> day.map(date -> new StatedChange.StudentLeaves(one, date)));
    }

    /** Parses that a student changes to a class, team or group. */
    Optional<StatedChange> parseMoves(String student, String group, String from) {
        Optional<StudentId> id = resolveStudent(student);
        Optional<GroupId> to = resolveGroupOfStudent(group);
        Optional<LocalDate> day = parseDay(from);
        return id.flatMap(
                one -> to.flatMap(target -> day.map(date -> new StatedChange.StudentMoves(one, target, date))));
    }

    /**
     * Parses a new staff member.
     *
     * @param typed name, hours, skills, weekdays and first day
     * @param today day that is meant if no first day is typed; empty if it is not known
     */
    Optional<StatedChange> parseStaffJoins(List<String> typed, Optional<LocalDate> today) {
        Optional<Double> hours = parseNumber(typed.get(1));
        List<String> skills = isNothing(typed.get(2)) ? List.of() : WordSplitter.splitValues(typed.get(2));
        List<Optional<DayOfWeek>> days = isNothing(typed.get(3))
                ? List.of()
                : WordSplitter.splitValues(typed.get(3)).stream()
                        .map(this::parseWeekday)
                        .toList();
        Optional<LocalDate> from = isNothing(typed.get(4)) ? today : parseDay(typed.get(4));
        if (hours.isEmpty() || from.isEmpty() || days.contains(Optional.<DayOfWeek>empty())) {
            return Optional.empty();
        }
        var weekdays = new TreeSet<DayOfWeek>();
        days.forEach(day -> day.ifPresent(weekdays::add));
        return Optional.of(new StatedChange.StaffJoins(
                typed.getFirst().strip(), hours.get(), new TreeSet<>(skills), weekdays, from.get()));
    }

    /**
     * Parses a new room.
     *
     * @param typed name, kind, capacity, site and first day
     * @param today day that is meant if no first day is typed; empty if it is not known
     */
    Optional<StatedChange> parseRoomAdded(List<String> typed, Optional<LocalDate> today) {
        String kind = isNothing(typed.get(1)) ? RoomKind.CLASSROOM.toString() : typed.get(1);
        Optional<Integer> capacity =
                CellCodec.readWholeNumber(typed.get(2).strip(), 1).asOptional();
        if (capacity.isEmpty()) {
            findings.add(Finding.error("changing.no-capacity", "", typed.get(2)));
        }
        boolean isFirstSite = isNothing(typed.get(3));
        Optional<SiteId> site = isFirstSite
                ? Optional.empty()
                : resolve(typed.get(3), problem.sites(), Site::id, Site::name, "change.unknown-site");
        Optional<LocalDate> from = isNothing(typed.get(4)) ? today : parseDay(typed.get(4));
        return capacity.isEmpty() || from.isEmpty() || isFirstSite == site.isPresent()
                ? Optional.empty()
                : Optional.of(new StatedChange.RoomAdded(
                        typed.getFirst(), kind, capacity.get(), site.orElse(null), from.get()));
    }

    /** Parses a new student. */
    Optional<StatedChange> parseStudentJoins(String name, String group, String from) {
        Optional<GroupId> to = resolveGroupOfStudent(group);
        Optional<LocalDate> day = parseDay(from);
        return to.flatMap(target -> day.map(date -> new StatedChange.StudentJoins(name, target, date)));
    }

    /** Parses that the school gives up a subject, of one group or of all. */
    Optional<StatedChange> parseSubjectDropped(String subject, String group, String from) {
        boolean isOfAll = isNothing(group);
        Optional<GroupId> of = isOfAll ? Optional.empty() : resolveGroup(group);
        Optional<LocalDate> day = parseDay(from);
        return isOfAll == of.isPresent()
                ? Optional.empty()
                : day.map(date -> new StatedChange.SubjectDropped(subject, of.orElse(null), date));
    }

    /**
     * Parses that the school moves a lesson.
     *
     * @param typed lesson, first day, weekday, time and room
     */
    Optional<StatedChange> parseLessonMoved(List<String> typed) {
        Optional<LessonId> lesson =
                resolve(typed.getFirst(), problem.lessons(), Lesson::id, Lesson::title, "change.unknown-lesson");
        Optional<LocalDate> from = parseDay(typed.get(1));
        Optional<DayOfWeek> weekday = parseWeekday(typed.get(2));
        Optional<Span> time = parseTime(typed.get(3));
        boolean isSameRoom = isNothing(typed.get(4));
        Optional<RoomId> room = isSameRoom ? Optional.empty() : resolveRoom(typed.get(4));
        if (lesson.isEmpty()
                || from.isEmpty()
                || weekday.isEmpty()
                || time.isEmpty()
                || isSameRoom == room.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new StatedChange.LessonMoves(
                lesson.get(),
                from.get(),
                weekday.get(),
                time.get().start(),
                time.get().end(),
                room.orElse(null)));
    }

    /** A time of day; without an end, the lesson keeps its length. */
    private record Span(LocalTime start, @Nullable LocalTime end) {}

    private Optional<Span> parseTime(String given) {
        String text = given.strip();
        Optional<Span> read = CellCodec.readSpan(text)
                .asOptional()
                .map(span -> new Span(span.start(), span.end()))
                .or(() -> CellCodec.readTime(text).asOptional().map(start -> new Span(start, null)));
        if (read.isEmpty()) {
            findings.add(Finding.error("changing.no-time", "", given));
        }
        return read;
    }

    private Optional<DayOfWeek> parseWeekday(String given) {
        Optional<DayOfWeek> day = WeekdayParser.parseName(given);
        if (day.isEmpty()) {
            findings.add(Finding.error("changing.no-weekday", "", given));
        }
        return day;
    }

    private static boolean isNothing(String given) {
        return given.strip().equals(NOTHING);
    }

    /** Parses the moment of the change. */
    Optional<LocalDateTime> parseNow(String given) {
        return parseMoment(given, false);
    }

    private Optional<RoomId> resolveRoom(String given) {
        return resolve(given, problem.rooms(), Room::id, Room::name, "change.unknown-room");
    }

    private Optional<GroupId> resolveGroup(String given) {
        return resolve(given, problem.groups(), Group::id, Group::name, "change.unknown-group");
    }

    /** Resolves a class, or a team or group that is given or formed. */
    private Optional<GroupId> resolveGroupOfStudent(String given) {
        List<Group> all =
                Stream.of(problem.groups(), formed.get()).flatMap(List::stream).toList();
        return resolve(given, all, Group::id, Group::name, "change.unknown-group");
    }

    private Optional<StudentId> resolveStudent(String given) {
        return resolve(given, problem.students(), Student::id, Student::name, "change.unknown-student");
    }

    private <T, I> Optional<I> resolve(
            String given, List<T> all, Function<T, I> id, Function<T, String> name, String code) {
        String text = given.strip();
        List<T> byId = all.stream()
                .filter(one -> String.valueOf(id.apply(one)).equals(text))
                .toList();
        List<T> meant = byId.isEmpty()
                ? all.stream()
                        .filter(one -> name.apply(one).equalsIgnoreCase(text))
                        .toList()
                : byId;
        if (meant.size() == 1) {
            return Optional.of(id.apply(meant.getFirst()));
        }
        List<String> known = all.stream()
                .flatMap(one -> Stream.of(String.valueOf(id.apply(one)), name.apply(one)))
                .toList();
        findings.add(
                meant.size() > 1
                        ? Finding.error("changing.several", "", text)
                        : SpellingSuggester.suggest(text, known)
                                .map(near -> Finding.error(code + "-near", "", text, near))
                                .orElseGet(() -> Finding.error(code, "", text)));
        return Optional.empty();
    }

    private Optional<Stretch> parseStretch(String from, String until) {
        Optional<LocalDateTime> first = parseMoment(from, false);
        if (FOR_GOOD.contains(until.strip().toLowerCase(Locale.ROOT))) {
            return first.map(start -> new Stretch(start, null));
        }
        Optional<LocalDateTime> last = parseMoment(until, true);
        return first.flatMap(start -> last.map(end -> new Stretch(start, end)));
    }

    /** Parses a day. */
    Optional<LocalDate> parseDay(String given) {
        return given.strip().length() > 10
                ? malformed(given)
                : parseMoment(given, false).map(LocalDateTime::toLocalDate);
    }

    private Optional<LocalDateTime> parseMoment(String given, boolean isEnd) {
        LocalDateTime moment = MomentParser.parse(given, isEnd);
        return moment == null ? malformed(given) : Optional.of(moment);
    }

    private <T> Optional<T> malformed(String given) {
        findings.add(Finding.error("changing.malformed-moment", "", given));
        return Optional.empty();
    }

    /** Returns the staff member that is meant by an id, a name, or a first name that only one has; empty if there is none, or several. */
    private Optional<StaffId> resolveStaff(String given) {
        String name = given.strip();
        List<StaffMember> meant = Stream.<Predicate<StaffMember>>of(
                        one -> one.id().value().equals(name),
                        one -> PersonNameFormatter.format(one.name())
                                .equalsIgnoreCase(PersonNameFormatter.format(name)),
                        one -> PersonNameFormatter.firstName(one.name()).equalsIgnoreCase(name))
                .map(is -> problem.staff().stream().filter(is).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (meant.size() == 1) {
            return Optional.of(meant.getFirst().id());
        }
        if (meant.isEmpty()) {
            List<String> known = problem.staff().stream()
                    .flatMap(one -> Stream.of(
                            PersonNameFormatter.firstName(one.name()),
                            one.name(),
                            one.id().value()))
                    .toList();
            findings.add(SpellingSuggester.suggest(name, known)
                    .map(near -> Finding.error("replan.unknown-staff-near", "", name, near))
                    .orElseGet(() -> Finding.error("replan.unknown-staff", "", name)));
        } else {
            findings.add(Finding.error(
                    "replan.several-staff",
                    "",
                    name,
                    meant.stream()
                            .map(one -> one.name() + " (" + one.id() + ")")
                            .toList()));
        }
        return Optional.empty();
    }
}
