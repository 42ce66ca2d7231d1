package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.DayKind.Occasion;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a camp's parameters without any decision: its days, teams and people, and which block is when. Takes
 * parameters that validation would refuse, too, and leaves out what can't be.
 */
final class CampFrame {
    /** A date of the camp and what sort of day it is. */
    record Day(LocalDate date, DayKind kind) {
        IsoWeek week() {
            return IsoWeek.of(date);
        }
    }

    /**
     * A block on a date, for one team or for the whole camp.
     *
     * @param team whose it is; {@code null} means the whole camp's
     */
    record Slot(
            SessionId id,
            Day day,
            Block block,
            String title,
            @Nullable GroupId team) {}

    private final Intervention<CampParameters> camp;
    private final Problem problem;
    private final CampTexts texts;
    private final List<Day> days;
    private final List<Student> students;
    private final List<GroupId> teams;

    CampFrame(Intervention<CampParameters> camp, Problem problem) {
        this.camp = camp;
        this.problem = problem;
        this.texts = new CampTexts(problem.language());
        this.days = findDays();
        this.students = findStudents();
        this.teams = findTeams();
    }

    /** The camp's id. */
    InterventionId id() {
        return camp.id();
    }

    CampParameters parameters() {
        return camp.parameters();
    }

    CampTexts texts() {
        return texts;
    }

    /** The camp's first day. */
    LocalDate firstDay() {
        LocalDate named = parameters().firstDay();
        return named == null ? problem.horizon().firstDay() : named;
    }

    /** The camp's last day. */
    LocalDate lastDay() {
        LocalDate named = parameters().lastDay();
        return named == null ? weeks().getLast().date(DayOfWeek.SUNDAY) : named;
    }

    /** The camp's weeks in order, also such as are closed altogether. */
    List<IsoWeek> weeks() {
        IsoWeek first = IsoWeek.of(firstDay());
        return IntStream.range(0, parameters().weeks()).mapToObj(first::plus).toList();
    }

    /** The days on which something is held, in order: closed days, rest days and days of no kind are left out. */
    List<Day> days() {
        return days;
    }

    /** Weeks in which each team has a module of its own, in order. */
    List<IsoWeek> teachingWeeks() {
        return days.stream()
                .filter(day -> !day.kind().teamModules().isEmpty())
                .map(Day::week)
                .distinct()
                .toList();
    }

    /** The students who take part, in the problem's order. */
    List<Student> students() {
        return students;
    }

    /** The staff who may be on duty, in the problem's order. Unless they are named, those of the schools who visit or cover are left out. */
    List<StaffMember> staff() {
        var named = Set.copyOf(parameters().staff());
        var guests = new HashSet<StaffId>();
        for (Visit visit : parameters().visits()) {
            guests.addAll(visit.visitors());
            guests.addAll(visit.cover());
        }
        return problem.staff().stream()
                .filter(one -> named.isEmpty() ? !guests.contains(one.id()) : named.contains(one.id()))
                .toList();
    }

    /** Rooms that are named, and all of the given kinds where the camp is, in the problem's order. */
    List<RoomId> rooms(List<String> kinds, List<RoomId> named) {
        SiteId site = problem.siteOr(parameters().site());
        return problem.rooms().stream()
                .filter(room -> named.contains(room.id())
                        || (kinds.contains(room.kind())
                                && problem.siteOr(room.site()).equals(site)))
                .map(Room::id)
                .toList();
    }

    /** Whether the plan forms the teams. */
    boolean formsTeams() {
        return parameters().teams().given().isEmpty();
    }

    /** The teams in order, given or formed. */
    List<GroupId> teams() {
        return teams;
    }

    /** The given teams that exist. */
    List<Group> givenTeams() {
        return parameters().teams().given().stream()
                .map(problem::group)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The day's blocks in order of time, each once for the camp or once for each team in order. */
    List<Slot> slots(Day day) {
        var slots = new ArrayList<Slot>();
        var blocks = day.kind().blocks().stream()
                .sorted(Comparator.comparing(Block::start).thenComparing(Block::end))
                .toList();
        for (Block block : blocks) {
            if (block.isPerTeam()) {
                teams.forEach(team -> slots.add(slot(day, block, team)));
            } else {
                slots.add(slot(day, block, null));
            }
        }
        return slots;
    }

    /** All blocks of all days. */
    List<Slot> slots() {
        return days.stream().flatMap(day -> slots(day).stream()).toList();
    }

    private Slot slot(Day day, Block block, @Nullable GroupId team) {
        var id = new SessionId(prefix(team) + day.date() + "/" + block.id());
        return new Slot(id, day, block, texts.block(block, day.kind()), team);
    }

    /** How ids begin of what belongs to a team, or to the whole camp. */
    String prefix(@Nullable GroupId team) {
        return prefix(team == null ? "all" : team.value());
    }

    /** How ids begin of what a word stands for. */
    String prefix(String word) {
        return camp.id() + "/" + word + "/";
    }

    private List<Day> findDays() {
        var found = new ArrayList<Day>();
        for (IsoWeek week : weeks()) {
            for (var weekday : DayOfWeek.values()) {
                LocalDate date = week.date(weekday);
                if (isWithin(date) && !problem.horizon().isClosed(date)) {
                    kindOf(date)
                            .filter(kind -> !kind.blocks().isEmpty())
                            .ifPresent(kind -> found.add(new Day(date, kind)));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Whether a date is in the camp, from its first to its last day. */
    boolean isWithin(LocalDate date) {
        return !date.isBefore(firstDay()) && !date.isAfter(lastDay());
    }

    /** What sort of day a date of the camp is: a kind that names the date goes before one with its occasion, that before its weekday's. */
    Optional<DayKind> kindOf(LocalDate date) {
        var kinds = parameters().baseTimetable();
        return first(kinds, kind -> kind.dates().contains(date))
                .or(() -> first(kinds, kind -> kind.occasion() == Occasion.FIRST_DAY && date.equals(firstDay())))
                .or(() -> first(kinds, kind -> kind.occasion() == Occasion.LAST_DAY && date.equals(lastDay())))
                .or(() -> first(kinds, kind -> kind.weekdays().contains(date.getDayOfWeek())));
    }

    private static Optional<DayKind> first(List<DayKind> kinds, Predicate<DayKind> fitting) {
        return kinds.stream().filter(fitting).findFirst();
    }

    /** The most modules that the camp has for each team in one of its weeks, were no day closed. */
    int modulesOfFullWeek() {
        return fullWeek(day -> day.teamModules().size());
    }

    /** The most days with modules of the teams that the camp has in one of its weeks, were no day closed. */
    int teachingDaysOfFullWeek() {
        return fullWeek(day -> day.teamModules().isEmpty() ? 0 : 1);
    }

    private int fullWeek(ToIntFunction<DayKind> amount) {
        return weeks().stream()
                .mapToInt(week -> Arrays.stream(DayOfWeek.values())
                        .map(week::date)
                        .filter(this::isWithin)
                        .flatMap(date -> kindOf(date).stream())
                        .mapToInt(amount)
                        .sum())
                .max()
                .orElse(0);
    }

    private List<Student> findStudents() {
        Set<StudentId> named = new HashSet<>(parameters().students());
        if (!formsTeams()) {
            named = new LinkedHashSet<>();
            for (Group team : givenTeams()) {
                team.members().stream().map(GroupMember::studentId).forEach(named::add);
            }
        }
        boolean all = named.isEmpty() && formsTeams();
        Set<StudentId> who = named;
        return problem.students().stream()
                .filter(one -> all || who.contains(one.id()))
                .toList();
    }

    private List<GroupId> findTeams() {
        if (!formsTeams()) {
            return givenTeams().stream().map(Group::id).toList();
        }
        return DemandDraft.groupIds(camp, "team", parameters().teams().countFor(students.size()));
    }
}
