package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.camp.FinishedCamp.FinishedCampDay;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.requirement.RequiredGroups;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.Content;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.WeekPart;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Derives the meetings that a camp must have from the parameters: each block of each day, for each team or for all, each student's conversations, the
 * visits, and the lessons that may be covered, with their rooms and who may be on duty; and the teams that are formed. Shares no code with the expansion.
 */
final class CampRequirements {
    /** What an intervention must have. */
    static final Requirements<CampParameters> REQUIREMENTS = new Requirements<>() {
        @Override
        public InterventionPlugin<CampParameters> plugin() {
            return new CampPlugin();
        }

        @Override
        public List<RequiredMeetings> meetings(
                Intervention<CampParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return CampRequirements.of(intervention, problem, timetable);
        }

        @Override
        public List<RequiredGroups> groups(
                Intervention<CampParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return CampRequirements.groups(intervention, problem, timetable);
        }
    };

    private final CampParameters parameters;
    private final Problem problem;
    private final FinishedCamp camp;
    private final CampTexts texts;
    private final List<GroupId> teams;
    private final List<Student> students;
    private final List<IsoWeek> teachingWeeks;
    private final boolean mayExcuse;
    private final List<StaffId> staff;
    private final List<RequiredMeetings> required = new ArrayList<>();

    private CampRequirements(Intervention<CampParameters> intervention, Problem problem, Timetable timetable) {
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.camp = new FinishedCamp(intervention, problem, timetable);
        this.texts = new CampTexts(problem.language());
        this.teams = camp.teams();
        this.students = camp.students();
        this.mayExcuse = parameters.takesStudentsFromLessons() != null;
        this.staff = camp.staff().stream().map(StaffMember::id).toList();
        this.teachingWeeks = camp.days().stream()
                .filter(day -> day.hasBlock(CampRequirements::isTeamModule))
                .map(FinishedCampDay::week)
                .distinct()
                .toList();
    }

    private static List<RequiredMeetings> of(
            Intervention<CampParameters> intervention, Problem problem, Timetable timetable) {
        var requirements = new CampRequirements(intervention, problem, timetable);
        for (FinishedCampDay day : requirements.camp.days()) {
            day.kind().blocks().forEach(block -> requirements.addBlock(day, block));
        }
        Conversations conversations = intervention.parameters().conversations();
        if (conversations != null) {
            requirements.addConversations(conversations);
        }
        intervention.parameters().visits().forEach(requirements::addVisits);
        requirements.addCovers();
        return requirements.required;
    }

    /** Returns the teams that are formed, with the students who are to be in one; none if the teams are given. */
    private static List<RequiredGroups> groups(
            Intervention<CampParameters> intervention, Problem problem, Timetable timetable) {
        Teams teams = intervention.parameters().teams();
        if (!teams.given().isEmpty()) {
            return List.of();
        }
        var requirements = new CampRequirements(intervention, problem, timetable);
        Map<StudentId, Integer> needs = new LinkedHashMap<>();
        requirements.students.forEach(student -> needs.put(student.id(), 1));
        return List.of(new RequiredGroups(requirements.teams, needs, teams.smallest(), teams.largest(), false));
    }

    /** Returns the named rooms, wherever they are, and those of some kinds at the camp's site. */
    private List<RoomId> rooms(List<String> kinds, List<RoomId> named) {
        var rooms = new ArrayList<>(named);
        SiteId site = problem.siteOrDefault(parameters.site());
        for (Room room : problem.rooms()) {
            if (kinds.contains(room.kind()) && site.equals(problem.siteOrDefault(room.site()))) {
                rooms.add(room.id());
            }
        }
        return rooms;
    }

    private static boolean isTeamModule(Block block) {
        return block.kind() == Block.Kind.MODULE && block.isPerTeam();
    }

    private void addBlock(FinishedCampDay day, Block block) {
        Map<SessionId, List<GroupId>> participants = new LinkedHashMap<>();
        for (GroupId team : block.isPerTeam() ? teams : List.<GroupId>of()) {
            participants.put(blockId(team.value(), day, block), block.hasStudents() ? List.of(team) : List.of());
        }
        if (!block.isPerTeam()) {
            participants.put(blockId("all", day, block), block.hasStudents() ? teams : List.of());
        }
        String title = texts.blockTitle(block, day.kind());
        var contents = new ArrayList<>(List.of(new Content(title, "", "")));
        if (isTeamModule(block)) {
            parameters.subjects().forEach(subject -> addContents(subject, day.week(), contents));
        }
        String role = block.kind() == Block.Kind.MODULE ? "teacher" : "adult";
        participants.forEach((id, some) -> add(RequiredMeetings.builder(
                        title, block.kind().word())
                .ids(List.of(id))
                .groups(some)
                .week(day.week())
                .times(List.of(WeekPart.on(day.date(), block.start(), block.end())))
                .seats(block.requiredSeats(teams.size()), role, true, staff)
                .seats(block.optionalStaff(), role, false, staff)
                .rooms(rooms(block.roomKinds(), block.rooms()))
                .mayExcuse(mayExcuse && block.hasStudents())
                .workload(new Workload(
                        block.isWork(), block.effectiveCreditPercent(), parameters.preparationMinutesOf(block.kind())))
                .contents(contents)));
    }

    private SessionId blockId(String whose, FinishedCampDay day, Block block) {
        return id(whose, day.date(), block.id());
    }

    /** Returns the id of a meeting: that of the camp and its parts, with slashes between them. */
    private SessionId id(Object... parts) {
        return new SessionId(
                camp.id() + "/" + Stream.of(parts).map(String::valueOf).collect(Collectors.joining("/")));
    }

    /** Returns the ids of the blocks of some days out of which students may be taken. */
    private List<SessionId> blockIds(List<FinishedCampDay> days, Predicate<Block> isPossible, List<GroupId> ofTeams) {
        var ids = new ArrayList<SessionId>();
        for (FinishedCampDay day : days) {
            for (Block block : day.kind().blocks()) {
                if (isPossible.test(block) && block.isPerTeam()) {
                    ofTeams.forEach(team -> ids.add(blockId(team.value(), day, block)));
                } else if (isPossible.test(block)) {
                    ids.add(blockId("all", day, block));
                }
            }
        }
        return ids;
    }

    /** Adds what the modules of a subject can be about in a week: its next steps, the same for all teams. */
    private void addContents(Subject subject, IsoWeek week, List<Content> contents) {
        List<String> steps = stepsOfWeek(subject.steps(), teachingWeeks.indexOf(week));
        int modules = subject.modulesPerWeek();
        for (int i = 0; i < modules; i++) {
            int first = i * steps.size() / modules;
            int end = Math.max((i + 1) * steps.size() / modules, first + 1);
            List<String> own = steps.isEmpty() ? List.of() : steps.subList(first, end);
            contents.add(new Content(texts.moduleTitle(subject, own), subject.id(), String.join(", ", own)));
        }
    }

    /** Returns the steps of a week: earlier weeks have one more where they do not divide evenly. With fewer steps than weeks, each takes some weeks. */
    private List<String> stepsOfWeek(List<String> steps, int number) {
        int weeks = teachingWeeks.size();
        if (steps.isEmpty()) {
            return List.of();
        }
        if (steps.size() < weeks) {
            return List.of(steps.get(number * steps.size() / weeks));
        }
        int from = 0;
        for (int week = 0; week < number; week++) {
            from += Math.ceilDiv(steps.size() - from, weeks - week);
        }
        return steps.subList(from, from + Math.ceilDiv(steps.size() - from, weeks - number));
    }

    private void addConversations(Conversations conversations) {
        Predicate<Block> isPossible = block -> block.hasStudents() && conversations.allowsBlock(block);
        List<FinishedCampDay> days = camp.days().stream()
                .filter(day -> day.hasBlock(block -> isPossible.test(block)
                        && minutes(block.start(), untilMidnight(block)) >= conversations.minutes()))
                .toList();
        boolean isAnywhere =
                conversations.rooms().isEmpty() && conversations.roomKinds().isEmpty();
        List<RoomId> rooms =
                rooms(isAnywhere ? List.of("classroom") : conversations.roomKinds(), conversations.rooms());
        for (int part = 0; part < conversations.perStudent(); part++) {
            var times = new ArrayList<WeekPart>();
            int number = part + 1;
            List<FinishedCampDay> own = daysOfPart(days, part, conversations.perStudent());
            List<SessionId> within = blockIds(own, isPossible, teams);
            for (FinishedCampDay day : own) {
                day.kind().blocks().stream()
                        .filter(isPossible)
                        .forEach(block -> times.addAll(timesIn(day.date(), block, conversations.minutes())));
            }
            SortedSet<IsoWeek> possible = weeks(times);
            for (Student student : students) {
                if (!possible.isEmpty() && Collections.disjoint(possible, problem.weeksPresent(student.id()))) {
                    continue;
                }
                add(RequiredMeetings.builder(texts.conversationTitle(), "conversation")
                        .ids(List.of(id("conversation", student.id(), number)))
                        .within(within)
                        .students(List.of(student.id()))
                        .weeks(possible)
                        .altogether()
                        .minutes(conversations.minutes())
                        .times(times)
                        .seats(
                                1,
                                "contact",
                                true,
                                contacts(conversations, student.id()),
                                student.id().value())
                        .rooms(rooms)
                        .mayExcuse(mayExcuse)
                        .workload(new Workload(true, 100, conversations.preparationMinutes()))
                        .content(null, "", ""));
            }
        }
    }

    private List<StaffId> contacts(Conversations conversations, StudentId student) {
        List<StaffId> chosen = conversations.contacts().stream()
                .filter(contact -> contact.student().equals(student))
                .map(Contact::staff)
                .toList();
        return chosen.isEmpty() ? staff : List.of(chosen.getLast());
    }

    /** Returns the conversations one after the other from the start of a block. */
    private static List<WeekPart> timesIn(LocalDate date, Block block, int length) {
        var times = new ArrayList<WeekPart>();
        int count = minutes(block.start(), untilMidnight(block)) / length;
        for (int i = 0; i < count; i++) {
            LocalTime start = block.start().plusMinutes((long) i * length);
            times.add(WeekPart.on(date, start, start.plusMinutes(length)));
        }
        return times;
    }

    /** Returns the end of a block, or midnight: no conversation goes on into the next day. */
    private static LocalTime untilMidnight(Block block) {
        return block.end().isAfter(block.start()) ? block.end() : LocalTime.MIDNIGHT;
    }

    private static int minutes(LocalTime from, LocalTime to) {
        int minutes = (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
        return minutes > 0 ? minutes : minutes + 24 * 60;
    }

    private static SortedSet<IsoWeek> weeks(List<WeekPart> times) {
        var weeks = new TreeSet<IsoWeek>();
        for (WeekPart part : times) {
            IsoWeek week = part.week();
            if (week != null) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    /** Returns the days of one of several parts of the camp, counted from 0: an equal share of its weeks, or of its days if there are fewer weeks. */
    private static List<FinishedCampDay> daysOfPart(List<FinishedCampDay> days, int part, int parts) {
        List<IsoWeek> weeks =
                days.stream().map(FinishedCampDay::week).distinct().toList();
        boolean isByWeek = weeks.size() >= parts;
        int units = isByWeek ? weeks.size() : days.size();
        var own = new ArrayList<FinishedCampDay>();
        for (int i = 0; i < days.size(); i++) {
            int unit = isByWeek ? weeks.indexOf(days.get(i).week()) : i;
            if (unit >= part * units / parts && unit < (part + 1) * units / parts) {
                own.add(days.get(i));
            }
        }
        return own;
    }

    /** Returns the days on which a visit may be. */
    private List<FinishedCampDay> daysOf(Visit visit) {
        IsoWeek first = IsoWeek.of(camp.firstDay());
        return camp.days().stream()
                .filter(day -> visit.weeks().isEmpty() || visit.weeks().contains(first.until(day.week()) + 1))
                .filter(day -> day.hasBlock(block -> isPossible(visit, block)))
                .toList();
    }

    private static boolean isPossible(Visit visit, Block block) {
        return block.hasStudents() && visit.allowsBlock(block);
    }

    private void addVisits(Visit visit) {
        Predicate<Block> isPossible = block -> isPossible(visit, block);
        List<FinishedCampDay> days = daysOf(visit);
        boolean isToAll = visit.schools().isEmpty() && visit.teams().isEmpty();
        List<StudentId> visited = students.stream()
                .filter(one -> visit.schools().stream().anyMatch(school -> school.equals(one.school())))
                .map(Student::id)
                .toList();
        for (int part = 0; part < visit.times(); part++) {
            var times = new LinkedHashSet<WeekPart>();
            List<FinishedCampDay> own = daysOfPart(days, part, visit.times());
            for (FinishedCampDay day : own) {
                day.kind().blocks().stream()
                        .filter(isPossible)
                        .forEach(block -> times.add(WeekPart.on(day.date(), block.start(), block.end())));
            }
            String title = texts.visitTitle(visit);
            var meetings = RequiredMeetings.builder(title, "visit")
                    .ids(List.of(id("visit", visit.id(), part + 1)))
                    .within(blockIds(
                            own, isPossible, isToAll || !visit.schools().isEmpty() ? teams : visit.teams()))
                    .groups(isToAll ? teams : visit.teams())
                    .students(visited)
                    .weeks(weeks(List.copyOf(times)))
                    .altogether()
                    .times(List.copyOf(times))
                    .rooms(List.of())
                    .mayExcuse(mayExcuse)
                    .content(title, "", "");
            visit.visitors().forEach(who -> meetings.seats(1, "visitor", true, List.of(who)));
            add(meetings);
        }
    }

    /** A visitor's lesson in one week. */
    private record VisitorLesson(StaffId visitor, Lesson lesson, IsoWeek week) {}

    /** A lesson of a visitor may be taken over by a colleague, in the lesson's own time, in each week in which a visit may conflict with it. */
    private void addCovers() {
        Map<VisitorLesson, Set<StaffId>> covers = new LinkedHashMap<>();
        for (Visit visit : parameters.visits()) {
            List<Interval> visits = visit.cover().isEmpty() ? List.of() : intervals(visit);
            for (Lesson lesson : visits.isEmpty() ? List.<Lesson>of() : problem.lessons()) {
                for (StaffId visitor : lesson.teachers()) {
                    for (IsoWeek week :
                            visit.visitors().contains(visitor) ? lesson.time().weeks() : new TreeSet<IsoWeek>()) {
                        if (conflicts(lesson, week, visits)) {
                            covers.computeIfAbsent(
                                            new VisitorLesson(visitor, lesson, week), fresh -> new LinkedHashSet<>())
                                    .addAll(visit.cover());
                        }
                    }
                }
            }
        }
        covers.forEach(this::addCover);
    }

    private void addCover(VisitorLesson missed, Set<StaffId> covers) {
        Lesson lesson = missed.lesson();
        LocalDate date = missed.week().date(lesson.time().weekday());
        add(RequiredMeetings.builder(lesson.title(), "cover")
                .ids(List.of(id("cover", missed.visitor(), lesson.id(), missed.week())))
                .week(missed.week())
                .required(false)
                .times(List.of(
                        WeekPart.on(date, lesson.time().start(), lesson.time().end())))
                .seats(1, "cover", false, covers)
                .rooms(List.of())
                .mayExcuse(false)
                .content(texts.coverTitle(lesson), "", ""));
    }

    /** Returns when a visit may be. */
    private List<Interval> intervals(Visit visit) {
        var intervals = new ArrayList<Interval>();
        for (FinishedCampDay day : daysOf(visit)) {
            for (Block block : day.kind().blocks()) {
                if (isPossible(visit, block)) {
                    MeetingTime time = MeetingTime.on(day.date(), block.start(), block.end());
                    intervals.add(time.interval(day.week(), problem.horizon().zone()));
                }
            }
        }
        return intervals;
    }

    /** Returns whether a lesson is at the time of a visit, or too near to get from one to the other. */
    private boolean conflicts(Lesson lesson, IsoWeek week, List<Interval> visits) {
        SiteId there = problem.siteOrDefault(parameters.site());
        SiteId home = siteOf(lesson);
        Interval taught = lesson.time().interval(week, problem.horizon().zone());
        long way = problem.travelMinutes(home, there);
        long wayBack = problem.travelMinutes(there, home);
        return visits.stream()
                .anyMatch(visit -> taught.end() + way > visit.start() && visit.end() + wayBack > taught.start());
    }

    /** Returns the lesson's own site, else that of its room. */
    private SiteId siteOf(Lesson lesson) {
        SiteId own = lesson.site();
        if (own == null && lesson.roomId() != null) {
            own = problem.room(lesson.roomId()).map(Room::site).orElse(null);
        }
        return problem.siteOrDefault(own);
    }

    private void add(RequiredMeetings.Builder meetings) {
        if (meetings.isPossible()) {
            required.add(meetings.build());
        }
    }
}
