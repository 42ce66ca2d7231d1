package dk.grundskema.plugins.camp;

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
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.camp.FinishedCamp.FinishedCampDay;
import dk.grundskema.solver.spi.RequiredGroups;
import dk.grundskema.solver.spi.RequiredMeetings;
import dk.grundskema.solver.spi.RequiredMeetings.Content;
import dk.grundskema.solver.spi.RequiredMeetings.WeekPart;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Derives the meetings that a camp must have from the parameters: each block of each day, for each team or for all, each student's conversations, the
 * visits, and the lessons that may be covered, with their rooms and who may be on duty; and the teams that are formed. Shares no code with the expansion.
 */
final class CampRequirements {
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
        this.students = students();
        this.mayExcuse = parameters.takesStudentsFromLessons() != null;
        this.staff = staff();
        this.teachingWeeks = camp.days().stream()
                .filter(day -> day.hasBlock(CampRequirements::isTeamModule))
                .map(FinishedCampDay::week)
                .distinct()
                .toList();
    }

    static List<RequiredMeetings> of(Intervention<CampParameters> intervention, Problem problem, Timetable timetable) {
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
    static List<RequiredGroups> groups(
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

    /** Returns the named staff; without names, all but those who only visit or cover. */
    private List<StaffId> staff() {
        if (!parameters.staff().isEmpty()) {
            return parameters.staff();
        }
        return problem.staff().stream()
                .map(StaffMember::id)
                .filter(who -> parameters.visits().stream()
                        .noneMatch(visit ->
                                visit.visitors().contains(who) || visit.cover().contains(who)))
                .toList();
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

    /** Returns the members of the given teams, else the named students, else all. */
    private List<Student> students() {
        List<GroupId> given = parameters.teams().given();
        Set<StudentId> named = new LinkedHashSet<>(given.isEmpty() ? parameters.students() : List.of());
        problem.groups().stream()
                .filter(group -> given.contains(group.id()))
                .forEach(group -> group.members().forEach(member -> named.add(member.studentId())));
        boolean isForAll = given.isEmpty() && named.isEmpty();
        return problem.students().stream()
                .filter(one -> isForAll || named.contains(one.id()))
                .toList();
    }

    private static boolean isTeamModule(Block block) {
        return block.kind() == Block.Kind.MODULE && block.isPerTeam();
    }

    private void addBlock(FinishedCampDay day, Block block) {
        List<List<GroupId>> participants = new ArrayList<>();
        if (block.isPerTeam()) {
            teams.forEach(team -> participants.add(block.hasStudents() ? List.of(team) : List.of()));
        } else {
            participants.add(block.hasStudents() ? teams : List.of());
        }
        String title = texts.blockTitle(block, day.kind());
        var contents = new ArrayList<>(List.of(new Content(title, "", "")));
        if (isTeamModule(block)) {
            parameters.subjects().forEach(subject -> addContents(subject, day.week(), contents));
        }
        for (List<GroupId> some : participants) {
            String role = block.kind() == Block.Kind.MODULE ? "teacher" : "adult";
            add(RequiredMeetings.builder(title, block.kind().word())
                    .groups(some)
                    .week(day.week())
                    .times(List.of(WeekPart.on(day.date(), block.start(), block.end())))
                    .seats(block.requiredSeats(teams.size()), role, true, staff)
                    .seats(block.optionalStaff(), role, false, staff)
                    .rooms(rooms(block.roomKinds(), block.rooms()))
                    .mayExcuse(mayExcuse && block.hasStudents())
                    .workload(new Workload(
                            block.isWork(),
                            block.effectiveCreditPercent(),
                            parameters.preparationMinutesOf(block.kind())))
                    .contents(contents));
        }
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
            for (FinishedCampDay day : daysOfPart(days, part, conversations.perStudent())) {
                day.kind().blocks().stream()
                        .filter(isPossible)
                        .forEach(block -> times.addAll(timesIn(day.date(), block, conversations.minutes())));
            }
            for (Student student : students) {
                add(RequiredMeetings.builder(texts.conversationTitle(), "conversation")
                        .students(List.of(student.id()))
                        .weeks(weeks(times))
                        .altogether()
                        .minutes(conversations.minutes())
                        .times(times)
                        .seats(1, "contact", true, contacts(conversations, student.id()))
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

    private void addVisits(Visit visit) {
        IsoWeek first = IsoWeek.of(camp.firstDay());
        Predicate<Block> isPossible = block -> block.hasStudents() && visit.allowsBlock(block);
        List<FinishedCampDay> days = camp.days().stream()
                .filter(day -> visit.weeks().isEmpty() || visit.weeks().contains(first.until(day.week()) + 1))
                .filter(day -> day.hasBlock(isPossible))
                .toList();
        boolean isToAll = visit.schools().isEmpty() && visit.teams().isEmpty();
        List<StudentId> visited = students.stream()
                .filter(one -> visit.schools().stream().anyMatch(school -> school.equals(one.school())))
                .map(Student::id)
                .toList();
        for (int part = 0; part < visit.times(); part++) {
            var times = new LinkedHashSet<WeekPart>();
            for (FinishedCampDay day : daysOfPart(days, part, visit.times())) {
                day.kind().blocks().stream()
                        .filter(isPossible)
                        .forEach(block -> times.add(WeekPart.on(day.date(), block.start(), block.end())));
            }
            String title = texts.visitTitle(visit);
            var meetings = RequiredMeetings.builder(title, "visit")
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

    /** A lesson of a visitor may be taken over by a colleague, in the lesson's own time. */
    private void addCovers() {
        Set<StaffId> visitors = new LinkedHashSet<>();
        Set<StaffId> covers = new LinkedHashSet<>();
        for (Visit visit : parameters.visits()) {
            covers.addAll(visit.cover());
            visitors.addAll(visit.cover().isEmpty() ? List.of() : visit.visitors());
        }
        for (Lesson lesson : visitors.isEmpty() ? List.<Lesson>of() : problem.lessons()) {
            MeetingTime time = lesson.time();
            int teaching =
                    (int) lesson.teachers().stream().filter(visitors::contains).count();
            if (teaching > 0) {
                add(RequiredMeetings.builder(lesson.title(), "cover")
                        .weeks(time.weeks())
                        .count(teaching)
                        .required(false)
                        .times(List.of(new WeekPart(time.weekday(), time.start(), time.end())))
                        .seats(1, "cover", false, covers)
                        .rooms(List.of())
                        .mayExcuse(false)
                        .content(texts.coverTitle(lesson), "", ""));
            }
        }
    }

    private void add(RequiredMeetings.Builder meetings) {
        if (meetings.isPossible()) {
            required.add(meetings.build());
        }
    }
}
