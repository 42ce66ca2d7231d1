package dk.grundskema.api.cli.change;

import dk.grundskema.api.cli.command.MomentParser;
import dk.grundskema.api.cli.command.StaffResolver;
import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.planning.change.PlanChange;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses changes as typed, and collects the errors in them. */
final class ChangeParser {
    /** Words for a period without end. */
    private static final Set<String> FOR_GOOD = Set.of("end", "slut");

    private final Problem problem;
    private final List<Finding> findings = new ArrayList<>();

    /** @param problem problem with the people, rooms and groups */
    ChangeParser(Problem problem) {
        this.problem = problem;
    }

    private record Stretch(LocalDateTime from, @Nullable LocalDateTime until) {}

    /** Returns all errors found so far. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Parses the absence of a staff member. */
    Optional<PlanChange> parseAway(String who, String from, String until) {
        Optional<StaffId> staff = StaffResolver.resolve(problem, who, findings::add);
        Optional<Stretch> stretch = parseStretch(from, until);
        return staff.flatMap(id -> stretch.map(when -> new PlanChange.StaffAway(id, when.from(), when.until())));
    }

    /** Parses the loss of a room. */
    Optional<PlanChange> parseRoomGone(String room, String from, String until) {
        Optional<RoomId> id = resolve(room, problem.rooms(), Room::id, Room::name, "change.unknown-room");
        Optional<Stretch> stretch = parseStretch(from, until);
        return id.flatMap(one -> stretch.map(when -> new PlanChange.RoomGone(one, when.from(), when.until())));
    }

    /** Parses a date on which nothing is held. */
    Optional<PlanChange> parseClosed(String day) {
        return parseDay(day).map(PlanChange.DayClosed::new);
    }

    /** Parses a date on which something can be held again. */
    Optional<PlanChange> parseOpened(String day) {
        return parseDay(day).map(PlanChange.DayOpened::new);
    }

    /** Parses new hours of a staff member. */
    Optional<PlanChange> parseHours(String who, String hours) {
        Optional<StaffId> staff = StaffResolver.resolve(problem, who, findings::add);
        try {
            double number = Double.parseDouble(hours.strip().replace(',', '.'));
            return staff.map(id -> new PlanChange.StaffHours(id, number));
        } catch (NumberFormatException e) {
            findings.add(Finding.error("changing.no-number", "", hours));
            return Optional.empty();
        }
    }

    /** Parses that a student leaves all groups. */
    Optional<PlanChange> parseLeaves(String student, String from) {
        Optional<StudentId> id = resolveStudent(student);
        Optional<LocalDate> day = parseDay(from);
        return id.flatMap(one -> day.map(date -> new PlanChange.StudentLeaves(one, date)));
    }

    /** Parses that a student changes to a class or given team. */
    Optional<PlanChange> parseMoves(String student, String group, String from) {
        Optional<StudentId> id = resolveStudent(student);
        Optional<GroupId> to = resolve(group, problem.groups(), Group::id, Group::name, "change.unknown-group");
        Optional<LocalDate> day = parseDay(from);
        return id.flatMap(one -> to.flatMap(target -> day.map(date -> new PlanChange.StudentMoves(one, target, date))));
    }

    /** Parses the moment of the change. */
    Optional<LocalDateTime> parseNow(String given) {
        return parseMoment(given, false);
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

    private Optional<LocalDate> parseDay(String given) {
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
}
