package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A random problem that contains everything that rules read: the same for the same seed. */
final class MixedProblem {
    /** First weeks of horizons: an ordinary one, clocks going back, clocks going forward, and new year. */
    private static final List<String> FIRST_WEEKS = List.of("2026-W37", "2026-W43", "2027-W12", "2026-W52");

    private static final int WEEKS = 3;
    /** Staff members s0, s1 and so on. */
    static final int STAFF = 7;

    /** Rooms r0, r1 and so on. */
    static final int ROOMS = 4;

    private static final int STUDENTS = 14;
    private static final int SESSIONS = 34;

    private final Random random;
    private final IsoWeek firstWeek;
    private final Scenario scenario = aScenario();
    private final List<Session> sessions = new ArrayList<>();
    private final List<MeetingTime> times = new ArrayList<>();

    private MixedProblem(long seed) {
        random = new Random(seed);
        firstWeek = IsoWeek.parse(FIRST_WEEKS.get((int) (seed % FIRST_WEEKS.size())));
    }

    static Scenario of(long seed) {
        return new MixedProblem(seed).make();
    }

    private Scenario make() {
        scenario.horizon(firstWeek.toString(), WEEKS)
                .closed(day(random.nextInt(7 * WEEKS)).toString());
        scenario.travel("home", "away", 25).travel("away", "home", 40).work(work());
        people();
        rooms();
        students();
        groupings();
        for (int i = 0; i < 14; i++) {
            lesson(i);
        }
        for (int i = 0; i < SESSIONS; i++) {
            session(i);
        }
        guests();
        bundle();
        locks();
        exclusions();
        otherIntervention();
        supplements();
        scenario.category(oneIn(3) ? Category.IN_CLASS : Category.SMALL_GROUP)
                .interruption(day(8).toString(), day(9).toString())
                .support(60, 90);
        return scenario;
    }

    private LocalDate day(int number) {
        return firstWeek.date(DayOfWeek.MONDAY).plusDays(number);
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private LocalTime clock(int fromHour, int hours) {
        return LocalTime.of((fromHour + random.nextInt(hours)) % 24, 15 * random.nextInt(4));
    }

    private WorkRules work() {
        return withDateLimits(new WorkRules(
                8 + random.nextInt(4),
                24 + random.nextInt(12),
                null,
                oneIn(3) ? null : 3 + random.nextInt(6),
                oneIn(3) ? null : 10 + random.nextInt(20),
                2 + random.nextInt(3),
                17,
                LocalTime.of(17, 0)));
    }

    private WorkRules withDateLimits(WorkRules rules) {
        Level[] levels = Level.values();
        return rules.withDateLimits(
                oneIn(3) ? null : new DutyLimit(120 + random.nextInt(600), levels[random.nextInt(3)]),
                oneIn(3) ? null : new DutyLimit(60 + random.nextInt(1380), levels[random.nextInt(3)]),
                oneIn(3) ? null : new FreeDates(1 + random.nextInt(6), levels[random.nextInt(3)]));
    }

    private WorkRules agreed() {
        return new WorkRules(
                11,
                35,
                new AgreedShortRest(8 + random.nextInt(3), 1 + random.nextInt(2), "The union"),
                null,
                null,
                48,
                17,
                LocalTime.of(17, 0));
    }

    private Period sometimes() {
        var weekdays = new TreeSet<DayOfWeek>();
        weekdays.add(DayOfWeek.of(1 + random.nextInt(7)));
        weekdays.add(DayOfWeek.of(1 + random.nextInt(7)));
        LocalTime start = clock(7, 14);
        return new Period(null, null, weekdays, start, start.plusHours(2 + random.nextInt(6)));
    }

    private void people() {
        for (int i = 0; i < STAFF; i++) {
            var person = aStaffMember("s" + i).alreadyWorked(random.nextInt(60));
            if (oneIn(2)) {
                person.except(sometimes()).except(sometimes());
            }
            if (oneIn(4)) {
                person.only(new Period(null, null, new TreeSet<>(), LocalTime.of(7, 0), LocalTime.of(21, 30)));
            }
            if (oneIn(3)) {
                person.work(oneIn(2) ? agreed() : work());
            } else if (oneIn(2)) {
                scenario.demandedWork("s" + i, oneIn(2) ? agreed() : work());
            }
            scenario.staff(person);
        }
    }

    private void rooms() {
        for (int i = 0; i < ROOMS; i++) {
            var room = aRoom("r" + i).capacity(3 + random.nextInt(6)).site(oneIn(2) ? "home" : "away");
            scenario.room(oneIn(2) ? room : room.except(sometimes()));
        }
    }

    private void students() {
        for (int i = 0; i < STUDENTS; i++) {
            var student = aStudent("p" + i);
            if (oneIn(3)) {
                student.except(sometimes());
            }
            if (i > 0) {
                student.neverWith("p" + random.nextInt(i));
            }
            scenario.student(student);
        }
        scenario.group("class", IntStream.range(0, 6).mapToObj(this::member).toList());
        scenario.group("choir", IntStream.range(3, 8).mapToObj(this::member).toList());
    }

    private GroupMember member(int student) {
        var weeks = new TreeSet<IsoWeek>();
        if (oneIn(2)) {
            weeks.add(firstWeek.plus(random.nextInt(WEEKS)));
        }
        return new GroupMember(new StudentId("p" + student), weeks);
    }

    private void groupings() {
        scenario.grouping(
                3, 5, List.of(team("red", 0, 1), team("blue", 2), team("green")), "p4", "p5", "p8", "p9", "p10", "p11");
        scenario.grouping(2, 3, List.of(team("early"), team("late", 12)), "p0", "p5", "p9", "p13");
        scenario.grouping(new Grouping(
                new InterventionId(Scenario.INTERVENTION),
                List.of(team("ada"), team("bo", 3), team("cai")),
                Stream.of("p1", "p2", "p4", "p6", "p13").map(StudentId::new).toList(),
                2,
                2,
                true,
                Map.of(
                        new StudentId("p1"), List.of(new GroupId("ada")),
                        new StudentId("p2"), List.of(new GroupId("bo"), new GroupId("cai"))),
                Map.of(new StudentId("p1"), 7, new StudentId("p6"), 3)));
    }

    private Group team(String id, int... given) {
        return new Group(
                new GroupId(id),
                "Team " + id,
                Group.Kind.TEAM,
                IntStream.of(given).mapToObj(this::member).toList());
    }

    /** Sometimes a time that was used before, so that many sessions are simultaneous. */
    private MeetingTime time() {
        if (!times.isEmpty() && oneIn(6)) {
            return times.get(random.nextInt(times.size()));
        }
        MeetingTime fresh = anyTime();
        times.add(fresh);
        return fresh;
    }

    private MeetingTime anyTime() {
        var weeks = new TreeSet<IsoWeek>();
        int count = oneIn(4) ? WEEKS : 1;
        for (int i = 0; i < count; i++) {
            weeks.add(firstWeek.plus(random.nextInt(WEEKS)));
        }
        LocalTime start = oneIn(5) ? clock(20, 8) : clock(7, 14);
        LocalTime end = start.plusMinutes(15L * (2 + random.nextInt(oneIn(8) ? 50 : 12)));
        return new MeetingTime(weeks, DayOfWeek.of(1 + random.nextInt(oneIn(3) ? 7 : 5)), start, end);
    }

    private void lesson(int number) {
        MeetingTime time = time();
        String teacher = "s" + random.nextInt(STAFF);
        var lesson = aLesson("l" + number).at(time).by(teacher);
        if (number % 2 == 0) {
            relief("cover" + number, number, time, new StaffId(teacher));
        }
        if (number % 4 == 0) {
            relief("again" + number, number, time, new StaffId(teacher));
        }
        if (oneIn(2)) {
            lesson.group(oneIn(2) ? "class" : "choir");
        }
        if (oneIn(2)) {
            lesson.student("p" + random.nextInt(STUDENTS));
        }
        if (oneIn(2)) {
            lesson.room("r" + random.nextInt(ROOMS));
        }
        if (oneIn(3)) {
            lesson.extraRoom("r" + random.nextInt(ROOMS));
        }
        if (oneIn(4)) {
            lesson.busy();
        }
        scenario.lesson(oneIn(3) ? lesson.site("away").part() : lesson);
        if (oneIn(2)) {
            joining(number, time);
        }
    }

    /** A person may join a lesson in its first week, or in all its weeks, which may require another room. */
    private void joining(int number, MeetingTime lesson) {
        var id = new SessionId("join" + number);
        var weeks =
                oneIn(2) ? lesson.weeks() : new TreeSet<>(List.of(lesson.weeks().first()));
        scenario.session(begin(id, "Join " + number, oneIn(2) ? "away" : "home")
                .at(new MeetingTime(weeks, lesson.weekday(), lesson.start(), lesson.end()))
                .lesson(new LessonId("l" + number))
                .rooms(oneIn(2) ? List.of() : List.of(room(number), room(number + 1)))
                .groups(oneIn(2) ? List.of() : List.of(new GroupId("class")))
                .required(oneIn(2))
                .build());
        for (int seat = random.nextInt(3); seat > 0; seat--) {
            seat(id + "#" + seat, List.of(id), seat - 1, oneIn(2));
        }
    }

    /** A person may take over a lesson in its first week, or in all its weeks, or another session is held at its time. */
    private void relief(String name, int number, MeetingTime lesson, StaffId teacher) {
        var id = new SessionId(name);
        var weeks =
                oneIn(2) ? lesson.weeks() : new TreeSet<>(List.of(lesson.weeks().first()));
        var same = new MeetingTime(weeks, lesson.weekday(), lesson.start(), lesson.end());
        scenario.session(begin(id, "Cover " + number, oneIn(2) ? "away" : "home")
                .times(
                        oneIn(2)
                                ? List.of(same)
                                : List.of(same, time()).stream().distinct().toList())
                .required(false)
                .awakeWith(oneIn(3) ? circle() : null)
                .relief(new Relief(teacher, new LessonId("l" + number), lesson.weeks()))
                .build());
        seat(id + "#0", List.of(id), 0, false);
    }

    private void session(int number) {
        var id = new SessionId("m" + number);
        var times = new ArrayList<MeetingTime>();
        for (int i = oneIn(3) ? 3 : 1; i > 0; i--) {
            times.add(time());
        }
        Session session = begin(id, "Title " + number, oneIn(3) ? "away" : "home")
                .times(times.stream().distinct().toList())
                .rooms(oneIn(3) ? List.of() : List.of(room(number), room(number + 1)))
                .groups(groups())
                .students(oneIn(2) ? List.of() : List.of(new StudentId("p" + random.nextInt(STUDENTS))))
                .within(number > 2 && oneIn(3) ? List.of(new SessionId("m" + random.nextInt(number))) : List.of())
                .required(!oneIn(4))
                .work(!oneIn(6))
                .preparationMinutes(oneIn(2) ? 0 : 20)
                .excuse(oneIn(2) ? new Decision("The head", "for a test") : null)
                .inside(oneIn(2) ? Set.of() : inside())
                .awakeWith(oneIn(3) ? circle() : null)
                .build();
        sessions.add(session);
        scenario.session(session);
        int seats = random.nextInt(4);
        for (int seat = 0; seat < seats; seat++) {
            seat(id + "#" + seat, List.of(id), seat, !oneIn(4));
        }
    }

    private GroupId circle() {
        return new GroupId(List.of("ada", "bo", "cai").get(random.nextInt(3)));
    }

    private Set<LessonId> inside() {
        return IntStream.range(0, 14)
                .filter(any -> oneIn(3))
                .mapToObj(number -> new LessonId("l" + number))
                .collect(Collectors.toSet());
    }

    private static Session.Builder begin(SessionId id, String title, String site) {
        return Session.builder(id, new InterventionId(Scenario.INTERVENTION), "module", title, new SiteId(site));
    }

    private static RoomId room(int number) {
        return new RoomId("r" + number % ROOMS);
    }

    private List<GroupId> groups() {
        var groups = new ArrayList<GroupId>();
        for (String id : List.of("class", "choir", "red", "blue", "green", "early", "late", "ada", "bo")) {
            if (oneIn(4)) {
                groups.add(new GroupId(id));
            }
        }
        return groups;
    }

    private void seat(String id, List<SessionId> of, int position, boolean required) {
        List<StaffId> candidates = IntStream.range(0, STAFF)
                .filter(person -> !oneIn(4))
                .mapToObj(person -> new StaffId("s" + person))
                .toList();
        scenario.seat(new Seat(new SeatId(id), of, position, "adult", required, candidates));
    }

    private void guests() {
        List<SessionId> hosts = sessions.stream()
                .filter(one -> one.isFixedInTime() && one.awakeWith() == null)
                .map(Session::id)
                .limit(6)
                .toList();
        for (int i = 0; i < 5; i++) {
            String subject = i < 3 ? "danish" : "maths";
            scenario.session(begin(new SessionId("guest" + i), subject, "home")
                    .subject(subject)
                    .hosts(hosts)
                    .required(i < 3)
                    .build());
        }
    }

    /** One person for three evenings. */
    private void bundle() {
        var ids = new ArrayList<SessionId>();
        for (int i = 0; i < 3; i++) {
            var id = new SessionId("tutor" + i);
            ids.add(id);
            Session session = begin(id, "Tutor " + i, "home")
                    .times(List.of(time(), time()).stream().distinct().toList())
                    .students(List.of(new StudentId("p" + i)))
                    .awakeWith(i == 0 ? null : circle())
                    .build();
            scenario.session(session);
        }
        seat("tutor", ids, 0, true);
    }

    private void locks() {
        for (int i = 0; i < SESSIONS; i += 7) {
            Session session = sessions.get(i);
            int asked = (int) scenario.demand().seats().stream()
                    .filter(seat -> seat.sessions().contains(session.id()))
                    .count();
            scenario.lock(new SessionLock(
                    session.id(),
                    null,
                    oneIn(2) ? new RoomId("r" + random.nextInt(ROOMS)) : null,
                    null,
                    List.of(new SeatLock(asked, new StaffId("s" + random.nextInt(STAFF))))));
        }
    }

    /** Each kind at each level. */
    private void exclusions() {
        for (ExclusiveSessions.Kind kind : ExclusiveSessions.Kind.values()) {
            List<Session> some = scenario.demand().sessions().stream()
                    .filter(one -> !one.isGuest() && (one.relief() == null || kind != ExclusiveSessions.Kind.SAME_TIME))
                    .toList();
            for (Level level : Level.values()) {
                String[] ids = some.stream()
                        .filter(any -> oneIn(3))
                        .map(one -> one.id().value())
                        .toArray(String[]::new);
                if (ids.length > 0) {
                    scenario.exclusion("Exclusion " + level, kind, level, 1 + random.nextInt(3), ids);
                }
            }
        }
    }

    /** Supplementary tasks and a group for some students; a few of these get nothing else. */
    private void supplements() {
        var supplement = new InterventionId("other-1");
        var tasks = List.of(
                new Task(
                        new TaskId("other-1/books"),
                        supplement,
                        "books",
                        "Books",
                        day(3),
                        IntStream.range(8, STUDENTS)
                                .mapToObj(i -> new StudentId("p" + i))
                                .toList()),
                new Task(
                        new TaskId("test/date"),
                        new InterventionId(Scenario.INTERVENTION),
                        "date",
                        "Date",
                        day(4),
                        List.of(new StudentId("p13"))));
        var corner = new Grouping(
                supplement,
                List.of(new Group(new GroupId("corner"), "Corner", Group.Kind.TEAM, List.of())),
                List.of(new StudentId("p7"), new StudentId("p12")),
                0,
                9);
        scenario.otherIntervention(
                Category.SUPPLEMENTARY, new Demand(List.of(), List.of(), List.of(corner), List.of(), tasks, Map.of()));
    }

    /** Adds an intervention with working-time rules for some people, which apply together with those of the first one. */
    private void otherIntervention() {
        Map<StaffId, WorkRules> work = new HashMap<>();
        for (int i = 0; i < STAFF; i += 2) {
            work.put(new StaffId("s" + i), agreed());
        }
        scenario.otherIntervention(new Demand(List.of(), List.of(), List.of(), List.of(), List.of(), work));
    }
}
