package dk.grundskema.plugins.camp;

import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds a small valid camp: one week from Monday 7 September 2026, Mondays and Tuesdays with a module, lunch and a module, one team of six students,
 * four staff (Ann knows Danish, Bob mathematics), two classrooms. Each test changes one fact.
 */
final class CampBuilder {
    static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    static final LocalDate TUESDAY = LocalDate.of(2026, 9, 8);
    static final IsoWeek WEEK = new IsoWeek(2026, 37);
    static final GroupId TEAM_1 = new GroupId("camp-team-1");
    static final GroupId TEAM_2 = new GroupId("camp-team-2");

    private String id = "camp";
    private final SchoolBuilder school = SchoolBuilder.school(WEEK, 1).firstSite("house", "House");

    private @Nullable LocalDate firstDay;
    private int weeks = 1;
    private @Nullable LocalDate lastDay;
    private boolean overnight;
    private @Nullable SiteId site;
    private List<DayKind> dayKinds = List.of(
            day("day", "1 2", module("module-1", "09:00", "10:30"), lunch(), module("module-2", "13:00", "14:30")));
    private Teams teams = new Teams(1, 1, 12, List.of());
    private List<StudentId> named = List.of();
    private List<StaffId> namedStaff = List.of();
    private List<Subject> subjects = List.of(
            new Subject("danish", null, 2, 1, true, "danish", List.of()),
            new Subject("creative", null, 2, 2, false, null, List.of()));
    private @Nullable DoubleModuleBan noDoubleModules;
    private final List<RoomLimit> roomLimits = new ArrayList<>();
    private final TreeMap<Block.Kind, Integer> preparation = new TreeMap<>();
    private int familiarStaff = 2;
    private @Nullable WorkRules work;
    private @Nullable Decision decision;
    private @Nullable Conversations conversations;
    private final List<Visit> visits = new ArrayList<>();

    static CampBuilder smallCamp() {
        var camp = new CampBuilder();
        camp.room("room-1", "house", "classroom").room("room-2", "house", "classroom");
        camp.person("ann", "danish").person("bob", "mathematics").person("cid").person("dan");
        IntStream.rangeClosed(1, 6).forEach(number -> camp.student("s" + number));
        return camp;
    }

    CampBuilder id(String value) {
        id = value;
        return this;
    }

    CampBuilder language(Language value) {
        school.language(value);
        return this;
    }

    /** The problem, and with it the camp, begins in that week. */
    CampBuilder firstWeek(int year, int week) {
        school.firstWeek(new IsoWeek(year, week));
        return this;
    }

    CampBuilder horizonWeeks(int value) {
        school.weeks(value);
        return this;
    }

    CampBuilder closed(String... dates) {
        school.closed(dates);
        return this;
    }

    CampBuilder anotherSite(String name) {
        school.site(name);
        return this;
    }

    CampBuilder site(String value) {
        site = new SiteId(value);
        return this;
    }

    CampBuilder room(String name, String where, String kind) {
        school.room(aRoom(name).site(where).kind(kind));
        return this;
    }

    CampBuilder room(String name, String where, String kind, int capacity) {
        school.room(aRoom(name).site(where).kind(kind).capacity(capacity));
        return this;
    }

    CampBuilder noRooms() {
        school.rooms(List.of());
        return this;
    }

    CampBuilder person(String name, String... skills) {
        return person(name, Availability.always(), skills);
    }

    CampBuilder person(String name, Availability availability, String... skills) {
        return person(name, availability, null, skills);
    }

    CampBuilder person(String name, Availability availability, @Nullable WorkRules rules, String... skills) {
        school.staff(aStaffMember(name).available(availability).work(rules).skills(skills));
        return this;
    }

    CampBuilder noStaff() {
        school.staff(List.of());
        return this;
    }

    CampBuilder student(String name) {
        return student(name, null, Availability.always());
    }

    CampBuilder student(String name, @Nullable String homeSchool, Availability availability, String... never) {
        school.student(aStudent(name).school(homeSchool).available(availability).neverWith(never));
        return this;
    }

    CampBuilder noStudents() {
        school.students(List.of());
        return this;
    }

    CampBuilder school(String name, String from, String until) {
        school.homeSchool(new School(
                new SchoolId(name), name, List.of(new DateSpan(LocalDate.parse(from), LocalDate.parse(until)))));
        return this;
    }

    CampBuilder group(String name, GroupMember... members) {
        school.group(name, name, Group.Kind.TEAM, List.of(members));
        return this;
    }

    static GroupMember member(String student, IsoWeek... some) {
        return new GroupMember(new StudentId(student), new TreeSet<>(List.of(some)));
    }

    CampBuilder lesson(
            String name,
            LocalDate date,
            String start,
            String end,
            List<String> who,
            List<String> which,
            String... teachers) {
        var lesson = aLesson(name)
                .title(name)
                .subject("")
                .at(MeetingTime.on(date, LocalTime.parse(start), LocalTime.parse(end)))
                .by(teachers);
        who.forEach(lesson::student);
        which.forEach(lesson::group);
        school.lesson(lesson);
        return this;
    }

    /** Adds a lesson of a staff member at home. */
    CampBuilder lessonOf(String name, LocalDate date, String start, String end, String person) {
        return lesson(name, date, start, end, List.of(), List.of(), person);
    }

    CampBuilder lock(SessionLock lock) {
        school.lock(lock);
        return this;
    }

    CampBuilder lockTime(String session, LocalDate date, String start, String end) {
        var time = MeetingTime.on(date, LocalTime.parse(start), LocalTime.parse(end));
        return lock(new SessionLock(new SessionId(session), time, null, null, List.of()));
    }

    CampBuilder firstDay(String date) {
        firstDay = LocalDate.parse(date);
        return this;
    }

    CampBuilder lastDay(String date) {
        lastDay = LocalDate.parse(date);
        return this;
    }

    /** Makes it an overnight camp with the default kinds of day. */
    CampBuilder overnight() {
        overnight = true;
        return days();
    }

    CampBuilder weeks(int value) {
        weeks = value;
        return this;
    }

    CampBuilder days(DayKind... kinds) {
        dayKinds = List.of(kinds);
        return this;
    }

    CampBuilder blocks(Block... blocks) {
        return days(day("day", "1 2", blocks));
    }

    CampBuilder teams(int count) {
        return teams(new Teams(count, 1, 12, List.of()));
    }

    CampBuilder teams(Teams value) {
        teams = value;
        return this;
    }

    CampBuilder givenTeams(String... names) {
        return teams(
                new Teams(null, 1, 12, Arrays.stream(names).map(GroupId::new).toList()));
    }

    CampBuilder namedStudents(String... names) {
        named = Arrays.stream(names).map(StudentId::new).toList();
        return this;
    }

    CampBuilder namedStaff(String... names) {
        namedStaff = Arrays.stream(names).map(StaffId::new).toList();
        return this;
    }

    CampBuilder subjects(Subject... some) {
        subjects = List.of(some);
        return this;
    }

    CampBuilder noDoubleModules(Level level, String... except) {
        noDoubleModules = new DoubleModuleBan(List.of(except), level);
        return this;
    }

    CampBuilder roomLimit(Level level, @Nullable Integer most, String... kinds) {
        roomLimits.add(new RoomLimit(List.of(kinds), most, level));
        return this;
    }

    CampBuilder preparation(Block.Kind kind, int minutes) {
        preparation.put(kind, minutes);
        return this;
    }

    CampBuilder familiarStaff(int value) {
        familiarStaff = value;
        return this;
    }

    CampBuilder work(WorkRules value) {
        work = value;
        return this;
    }

    CampBuilder conversations(@Nullable Conversations value) {
        conversations = value;
        return this;
    }

    /** Conversations in one block, in a room of the kind {@code quiet}, without preparation. */
    static Conversations conversations(int perStudent, int minutes, String block, Contact... contacts) {
        return new Conversations(
                perStudent, minutes, List.of(block), List.of("quiet"), List.of(), List.of(contacts), 0);
    }

    static Contact contact(String student, String person) {
        return new Contact(new StudentId(student), new StaffId(person));
    }

    CampBuilder visit(Visit visit) {
        visits.add(visit);
        return this;
    }

    /** A visit of one person to all students in one block of any week. */
    static Visit visit(String id, String visitor, String block, int times, String... cover) {
        return new Visit(
                id,
                null,
                List.of(new StaffId(visitor)),
                List.of(),
                List.of(),
                new TreeSet<>(),
                List.of(block),
                times,
                Arrays.stream(cover).map(StaffId::new).toList());
    }

    CampBuilder withDecision() {
        decision = new Decision("The head", "Agreed with the schools");
        return this;
    }

    /** The camp with decisions to be taken by hand. */
    static RuleBench bench(CampBuilder camp) {
        return RuleBench.of(new CampPlugin(), camp.problem());
    }

    Problem problem() {
        return school.intervention(camp()).build();
    }

    Intervention<CampParameters> camp() {
        return new Intervention<>(
                new InterventionId(id),
                "camp",
                "Camp",
                new CampParameters(
                        firstDay,
                        weeks,
                        lastDay,
                        overnight,
                        site,
                        dayKinds,
                        teams,
                        named,
                        namedStaff,
                        subjects,
                        noDoubleModules,
                        List.copyOf(roomLimits),
                        preparation,
                        familiarStaff,
                        work,
                        conversations,
                        visits,
                        decision));
    }

    /** A kind of day; weekdays as their numbers from 1 for Monday, with blanks between. */
    static DayKind day(String id, String weekdays, Block... blocks) {
        var days = new TreeSet<DayOfWeek>();
        Arrays.stream(weekdays.split(" "))
                .map(Integer::parseInt)
                .map(DayOfWeek::of)
                .forEach(days::add);
        return DayKind.of(id, days, List.of(blocks));
    }

    /** A kind of day by single dates. */
    static DayKind onDates(String id, String dates, Block... blocks) {
        var on = new TreeSet<LocalDate>();
        Arrays.stream(dates.split(" ")).map(LocalDate::parse).forEach(on::add);
        return new DayKind(id, null, new TreeSet<>(), on, null, List.of(blocks));
    }

    static Block night() {
        return block("night", Block.Kind.NIGHT, "22:00", "07:00");
    }

    /** Returns the night block with a kind of duty and a credit. */
    static Block night(Block.@Nullable Duty duty, @Nullable Integer creditPercent) {
        return new Block(
                "night",
                null,
                Block.Kind.NIGHT,
                LocalTime.of(22, 0),
                LocalTime.of(7, 0),
                null,
                null,
                0,
                List.of(),
                List.of(),
                duty,
                creditPercent);
    }

    static Block module(String id, String start, String end) {
        return block(id, Block.Kind.MODULE, start, end, "classroom");
    }

    static Block lunch() {
        return block("lunch", Block.Kind.MEAL, "12:00", "12:30");
    }

    static Block block(String id, Block.Kind kind, String start, String end, String... roomKinds) {
        return new Block(
                id,
                null,
                kind,
                LocalTime.parse(start),
                LocalTime.parse(end),
                null,
                null,
                0,
                List.of(roomKinds),
                List.of());
    }

    static Subject subject(String id, int modulesPerWeek, int maxPerDay, String skill, String... steps) {
        return new Subject(id, id, modulesPerWeek, maxPerDay, false, skill.isEmpty() ? null : skill, List.of(steps));
    }

    /** A subject without skill that may be taught in some blocks only. */
    static Subject allowedIn(String id, int modulesPerWeek, int maxPerDay, Level level, String... blocks) {
        return new Subject(
                id,
                id,
                modulesPerWeek,
                maxPerDay,
                false,
                null,
                List.of(),
                List.of(),
                new AllowedBlocks(List.of(blocks), level));
    }

    /** A subject without skill that needs a room. */
    static Subject inRoom(String id, int modulesPerWeek, int maxPerDay, String... roomKinds) {
        return new Subject(id, id, modulesPerWeek, maxPerDay, false, null, List.of(), List.of(roomKinds));
    }

    static Availability away(String date) {
        return new Availability(List.of(), List.of(Period.wholeDay(LocalDate.parse(date))));
    }
}
