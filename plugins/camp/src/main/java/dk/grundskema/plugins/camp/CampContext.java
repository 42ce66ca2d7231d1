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
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
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
 * Derives from a camp's parameters everything that needs no decision: its days, teams and people, and the time of each block. The
 * constructor computes days, students and teams once; all other values follow from them. Closed days, rest days and days of no
 * kind have no entry. Session ids are built from the ids of the camp, team, date and block only, so that they do not change when
 * something else in the problem does. Also accepts parameters that the validation refuses, and leaves out what is impossible.
 */
final class CampContext {
    /** A date of the camp and its kind of day. */
    record CampDay(LocalDate date, DayKind kind) {
        IsoWeek week() {
            return IsoWeek.of(date);
        }
    }

    /**
     * A block on a date, for one team or for the whole camp.
     *
     * @param team the team; {@code null} means the whole camp
     */
    record BlockSlot(
            SessionId id,
            CampDay day,
            Block block,
            String title,
            @Nullable GroupId team) {}

    private final Intervention<CampParameters> camp;
    private final Problem problem;
    private final CampTexts texts;
    private final List<CampDay> days;
    private final List<Student> students;
    private final List<GroupId> teams;

    CampContext(Intervention<CampParameters> camp, Problem problem) {
        this.camp = camp;
        this.problem = problem;
        this.texts = new CampTexts(problem.language());
        this.days = findDays();
        this.students = findStudents();
        this.teams = findTeams();
    }

    InterventionId id() {
        return camp.id();
    }

    CampParameters parameters() {
        return camp.parameters();
    }

    CampTexts texts() {
        return texts;
    }

    /** Returns the camp's first day; by default the first day of the horizon. */
    LocalDate firstDay() {
        LocalDate named = parameters().firstDay();
        return named == null ? problem.horizon().firstDay() : named;
    }

    /** Returns the camp's last day; by default the Sunday of its last week. */
    LocalDate lastDay() {
        LocalDate named = parameters().lastDay();
        return named == null ? weeks().getLast().date(DayOfWeek.SUNDAY) : named;
    }

    /** Returns the camp's weeks in order, including weeks that are entirely closed. */
    List<IsoWeek> weeks() {
        IsoWeek first = IsoWeek.of(firstDay());
        return IntStream.range(0, parameters().weeks()).mapToObj(first::plus).toList();
    }

    /** Returns the days with activities in order, without closed days, rest days and days of no kind. */
    List<CampDay> days() {
        return days;
    }

    /** Returns the weeks in which each team has a module of its own, in order. */
    List<IsoWeek> teachingWeeks() {
        return days.stream()
                .filter(day -> !day.kind().teamModules().isEmpty())
                .map(CampDay::week)
                .distinct()
                .toList();
    }

    /** Returns the participating students in the problem's order. */
    List<Student> students() {
        return students;
    }

    /**
     * Returns the staff who may be on duty, in the problem's order. Staff of the schools who visit or cover are left out unless
     * they are named.
     */
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

    /** Returns the named rooms and all rooms of the given kinds at the camp's site, in the problem's order. */
    List<RoomId> rooms(List<String> kinds, List<RoomId> named) {
        SiteId site = problem.siteOrDefault(parameters().site());
        return problem.rooms().stream()
                .filter(room -> named.contains(room.id())
                        || (kinds.contains(room.kind())
                                && problem.siteOrDefault(room.site()).equals(site)))
                .map(Room::id)
                .toList();
    }

    /** Returns how many teams may have subjects of a limit at the same time: the given number, or that of the rooms. */
    int roomsAtOnce(RoomLimit limit) {
        Integer most = limit.most();
        return most == null ? rooms(limit.roomKinds(), List.of()).size() : most;
    }

    /** Returns whether the plan forms the teams. */
    boolean formsTeams() {
        return parameters().teams().given().isEmpty();
    }

    /** Returns the teams in order, given or formed. */
    List<GroupId> teams() {
        return teams;
    }

    /** Returns the given teams that exist. */
    List<Group> givenTeams() {
        return parameters().teams().given().stream()
                .map(problem::group)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the day's blocks ordered by time, each once for the camp or once for each team in order. */
    List<BlockSlot> slots(CampDay day) {
        var slots = new ArrayList<BlockSlot>();
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

    /** Returns all blocks of all days. */
    List<BlockSlot> slots() {
        return days.stream().flatMap(day -> slots(day).stream()).toList();
    }

    /** Returns a block of a day for one team, or for the whole camp if the team is {@code null}. */
    BlockSlot slot(CampDay day, Block block, @Nullable GroupId team) {
        var id = new SessionId(idPrefix(team) + day.date() + "/" + block.id());
        return new BlockSlot(id, day, block, texts.blockTitle(block, day.kind()), team);
    }

    /** Returns the id prefix for what belongs to a team; {@code null} means the whole camp. */
    String idPrefix(@Nullable GroupId team) {
        return idPrefix(team == null ? "all" : team.value());
    }

    /** Returns the id prefix for what a word denotes. */
    String idPrefix(String word) {
        return camp.id() + "/" + word + "/";
    }

    private List<CampDay> findDays() {
        var found = new ArrayList<CampDay>();
        for (IsoWeek week : weeks()) {
            for (var weekday : DayOfWeek.values()) {
                LocalDate date = week.date(weekday);
                if (isWithin(date) && !problem.horizon().isClosed(date)) {
                    kindOf(date)
                            .filter(kind -> !kind.blocks().isEmpty())
                            .ifPresent(kind -> found.add(new CampDay(date, kind)));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Returns whether a date is between the camp's first and last day, inclusive. */
    boolean isWithin(LocalDate date) {
        return !date.isBefore(firstDay()) && !date.isAfter(lastDay());
    }

    /**
     * Returns the kind of a date of the camp. A kind that names the date takes precedence over one with its occasion, and that
     * over one with its weekday.
     */
    Optional<DayKind> kindOf(LocalDate date) {
        var kinds = parameters().baseTimetable();
        return firstMatching(kinds, kind -> kind.dates().contains(date))
                .or(() ->
                        firstMatching(kinds, kind -> kind.occasion() == Occasion.FIRST_DAY && date.equals(firstDay())))
                .or(() -> firstMatching(kinds, kind -> kind.occasion() == Occasion.LAST_DAY && date.equals(lastDay())))
                .or(() -> firstMatching(kinds, kind -> kind.weekdays().contains(date.getDayOfWeek())));
    }

    private static Optional<DayKind> firstMatching(List<DayKind> kinds, Predicate<DayKind> fitting) {
        return kinds.stream().filter(fitting).findFirst();
    }

    /** Returns the maximum number of modules per team in one of the camp's weeks if no day were closed. */
    int modulesOfFullWeek() {
        return maxPerWeek(day -> day.teamModules().size());
    }

    /** Returns the maximum number of days with team modules in one of the camp's weeks if no day were closed. */
    int teachingDaysOfFullWeek() {
        return maxPerWeek(day -> day.teamModules().isEmpty() ? 0 : 1);
    }

    private int maxPerWeek(ToIntFunction<DayKind> amount) {
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
        return DemandBuilder.groupIds(camp, "team", parameters().teams().countFor(countStudentsAtStart()));
    }

    private IsoWeek firstWeek() {
        LocalDate named = parameters().firstDay();
        return IsoWeek.of(named == null ? problem.horizon().firstDay() : named);
    }

    /** Returns how many of the students are there in a week. */
    int countStudents(IsoWeek week) {
        return (int) students.stream()
                .filter(one -> problem.weeksPresent(one.id()).contains(week))
                .count();
    }

    /** Returns how many students are there in the first week: as many teams are formed as they need. */
    int countStudentsAtStart() {
        return countStudents(firstWeek());
    }
}
