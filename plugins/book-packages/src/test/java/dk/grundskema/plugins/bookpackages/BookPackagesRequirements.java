package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.WeekPart;
import dk.grundskema.solver.testkit.requirement.RequiredTask;
import dk.grundskema.solver.testkit.requirement.RequiredTimes;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Derives from the parameters when which students must get each package, and when their families are informed. Shares no code with the expansion.
 */
final class BookPackagesRequirements {
    /** What an intervention must have. */
    static final Requirements<BookPackagesParameters> REQUIREMENTS = new Requirements<>() {
        @Override
        public InterventionPlugin<BookPackagesParameters> plugin() {
            return new BookPackagesPlugin();
        }

        @Override
        public List<RequiredMeetings> meetings(
                Intervention<BookPackagesParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return BookPackagesRequirements.meetings(intervention, problem, interruptions, timetable);
        }

        @Override
        public List<RequiredTask> tasks(Intervention<BookPackagesParameters> intervention, Problem problem) {
            return BookPackagesRequirements.tasks(intervention, problem);
        }
    };

    private final InterventionId id;
    private final BookPackagesParameters parameters;
    private final Problem problem;
    private final PluginTexts texts;
    private final RequiredTimes calendar;
    private final LessonsByPerson lessons;
    private final SortedSet<IsoWeek> schoolWeeks;
    private final Map<GroupId, Set<StudentId>> members = new HashMap<>();
    private final Map<StudentId, Group> homes = new HashMap<>();
    private final SortedMap<StudentId, String> languages = new TreeMap<>();

    private BookPackagesRequirements(Intervention<BookPackagesParameters> intervention, Problem problem) {
        this.id = intervention.id();
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.texts = PluginTexts.ofPlugin(BookPackagesPlugin.class, problem.language());
        this.calendar = new RequiredTimes(problem);
        this.lessons = LessonsByPerson.of(problem);
        this.schoolWeeks = calendar.schoolWeeks();
        readClasses();
        readReceivers();
    }

    /** Returns the meetings in which packages are handed out; none if they are sent home. */
    private static List<RequiredMeetings> meetings(
            Intervention<BookPackagesParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        return intervention.parameters().isHandedOut()
                ? new BookPackagesRequirements(intervention, problem).meetings()
                : List.of();
    }

    /** Returns the packages that are sent home, and what the families are told before the first. */
    private static List<RequiredTask> tasks(Intervention<BookPackagesParameters> intervention, Problem problem) {
        var requirements = new BookPackagesRequirements(intervention, problem);
        var tasks = requirements.parentTasks();
        if (!intervention.parameters().isHandedOut()) {
            tasks.addAll(requirements.packageTasks());
        }
        return tasks;
    }

    /** Reads the students of each group and the class of each student, whether the class lists the student or the student names the class. */
    private void readClasses() {
        for (Group group : problem.groups()) {
            Set<StudentId> own = members.computeIfAbsent(group.id(), fresh -> new LinkedHashSet<>());
            for (GroupMember member : group.members()) {
                own.add(member.studentId());
                if (group.kind() == Group.Kind.CLASS) {
                    homes.putIfAbsent(member.studentId(), group);
                }
            }
        }
        for (Student student : problem.students()) {
            GroupId home = student.classGroup();
            if (home != null) {
                members.computeIfAbsent(home, fresh -> new LinkedHashSet<>()).add(student.id());
                problem.group(home).ifPresent(group -> homes.put(student.id(), group));
            }
        }
    }

    /** Reads the receivers with their languages; what is said of a single student goes before what is said of a class. */
    private void readReceivers() {
        for (Receiver one : parameters.students()) {
            if (one.groupId() != null) {
                members.getOrDefault(one.groupId(), Set.of()).forEach(student -> addReceiver(student, one));
            }
        }
        for (Receiver one : parameters.students()) {
            if (one.studentId() != null) {
                addReceiver(one.studentId(), one);
            }
        }
    }

    private void addReceiver(StudentId student, Receiver receiver) {
        if (problem.student(student).isPresent()) {
            languages.put(student, receiver.language());
        }
    }

    /** Returns the receivers of each class in order, by the name of the class; classes with the same name have their id too. */
    private SortedMap<String, List<StudentId>> receiversByClass() {
        Map<String, Set<GroupId>> named = new HashMap<>();
        for (StudentId student : languages.keySet()) {
            Group home = homes.get(student);
            if (home != null) {
                named.computeIfAbsent(home.name(), fresh -> new LinkedHashSet<>())
                        .add(home.id());
            }
        }
        SortedMap<String, List<StudentId>> classes = new TreeMap<>();
        for (StudentId student : languages.keySet()) {
            Group home = homes.get(student);
            String name = home == null ? "" : home.name();
            if (home != null && named.getOrDefault(name, Set.of()).size() > 1) {
                name = "%s (%s)".formatted(name, home.id());
            }
            classes.computeIfAbsent(name, fresh -> new ArrayList<>()).add(student);
        }
        return classes;
    }

    private boolean isSchoolDay(LocalDate date) {
        return date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
                && calendar.isOpen(date)
                && schoolWeeks.contains(IsoWeek.of(date));
    }

    /** Returns the nearest school day from a date on, forwards or backwards; the date itself if there is none. */
    private LocalDate schoolDay(LocalDate date, int step) {
        for (LocalDate day = date; problem.horizon().contains(day); day = day.plusDays(step)) {
            if (isSchoolDay(day)) {
                return day;
            }
        }
        return date;
    }

    /** Returns the date of each package: its own or that of the rhythm, moved to a school day. */
    private List<LocalDate> dates() {
        List<BookPackage> packages = parameters.plannedPackages();
        int weeks = parameters.mode() == BookPackagesParameters.Mode.READING_TOOLS ? 3 : 20;
        LocalDate first = firstDate();
        var dates = new ArrayList<LocalDate>();
        for (int i = 0; i < packages.size(); i++) {
            LocalDate own = packages.get(i).date();
            dates.add(schoolDay(own != null ? own : first.plusWeeks((long) weeks * i), 1));
        }
        return dates;
    }

    /** Returns the weekday of the week asked for, or of the first week before which there is time to inform the families. */
    private LocalDate firstDate() {
        IsoWeek week = parameters.firstWeek();
        if (week != null) {
            return week.date(parameters.weekday());
        }
        LocalDate informed = schoolDay(problem.horizon().firstDay(), 1);
        LocalDate earliest = informed.plusDays(parameters.parentsDaysBefore());
        IsoWeek first = IsoWeek.of(informed);
        while (firstDayOf(first.date(parameters.weekday())).isBefore(earliest)) {
            first = first.plus(1);
        }
        return first.date(parameters.weekday());
    }

    /** Returns the first day on which a package of a date can come: one that is handed out may come from Monday on. */
    private LocalDate firstDayOf(LocalDate date) {
        return parameters.isHandedOut() ? IsoWeek.of(date).date(DayOfWeek.MONDAY) : date;
    }

    private LocalDate informationDate() {
        LocalDate first = new TreeSet<>(dates()).first();
        LocalDate before = firstDayOf(first);
        LocalDate date = schoolDay(before.minusDays(parameters.parentsDaysBefore()), 1);
        return date.isBefore(before) ? date : schoolDay(before.minusDays(1), -1);
    }

    private List<RequiredTask> parentTasks() {
        var tasks = new ArrayList<RequiredTask>();
        LocalDate date = informationDate();
        receiversByClass()
                .forEach((name, students) -> tasks.add(new RequiredTask(
                        "parents-informed",
                        texts.text("title.parents", name.length(), name),
                        date,
                        Set.copyOf(students),
                        senders(students))));
        StaffId sender = parameters.sender();
        for (String language : new TreeSet<>(languages.values())) {
            Set<StudentId> students = new TreeSet<>(languages.keySet());
            students.removeIf(one -> !language.equals(languages.get(one)));
            tasks.add(new RequiredTask(
                    "guidance",
                    texts.text("title.guidance", language.length(), language),
                    date,
                    students,
                    sender == null ? Set.of() : Set.of(sender)));
        }
        return tasks;
    }

    private List<RequiredTask> packageTasks() {
        List<LocalDate> dates = dates();
        var tasks = new ArrayList<RequiredTask>();
        for (int i = 0; i < dates.size(); i++) {
            int number = i;
            receiversByClass().forEach((name, all) -> {
                List<StudentId> students = thereInWeekOf(dates.get(number), all);
                if (!students.isEmpty()) {
                    tasks.add(new RequiredTask(
                            "book-package",
                            packageTitle(number, name),
                            dates.get(number),
                            Set.copyOf(students),
                            senders(students)));
                }
            });
        }
        return tasks;
    }

    /** Returns the students who are not away all week, and have not left their class; who has left needs no package. */
    private List<StudentId> thereInWeekOf(LocalDate date, List<StudentId> some) {
        IsoWeek week = IsoWeek.of(date);
        List<StudentId> there = new ArrayList<>(some);
        there.removeIf(one -> problem.student(one)
                .filter(student ->
                        student.availability().weeksAway(problem.horizon()).contains(week))
                .isPresent());
        there.removeIf(one -> {
            List<GroupMember> own = problem.groups().stream()
                    .filter(group -> group.kind() == Group.Kind.CLASS)
                    .flatMap(group -> group.members().stream())
                    .filter(member -> member.studentId().equals(one))
                    .toList();
            return !own.isEmpty()
                    && own.stream()
                            .noneMatch(member ->
                                    member.weeks().isEmpty() || member.weeks().contains(week));
        });
        return there;
    }

    private String packageTitle(int number, String className) {
        BookPackage one = parameters.plannedPackages().get(number);
        String title = texts.text(
                "title.package",
                number + 1,
                one.theme().length(),
                one.theme(),
                one.roleModel().length(),
                one.roleModel());
        return texts.text("title.of-class", title, className.length(), className);
    }

    /** Returns the sender, or the teachers who share the most lessons with the students. */
    private Set<StaffId> senders(List<StudentId> students) {
        StaffId sender = parameters.sender();
        if (sender != null) {
            return Set.of(sender);
        }
        Map<StaffId, Integer> shared = sharedLessons(students);
        int most = shared.values().stream().mapToInt(one -> one).max().orElse(0);
        shared.values().removeIf(one -> one < most);
        return shared.keySet();
    }

    /** Returns who may hand out packages: the sender, or all teachers who share a lesson with one of the students. */
    private Set<StaffId> teachers(List<StudentId> students) {
        StaffId sender = parameters.sender();
        return sender != null ? Set.of(sender) : sharedLessons(students).keySet();
    }

    private Map<StaffId, Integer> sharedLessons(List<StudentId> students) {
        Map<StaffId, Integer> shared = new HashMap<>();
        for (StudentId student : students) {
            for (Lesson lesson : lessons.of(student)) {
                for (StaffId who : lesson.kind() == Lesson.Kind.TEACHING ? lesson.teachers() : List.<StaffId>of()) {
                    shared.merge(who, 1, Integer::sum);
                }
            }
        }
        return shared;
    }

    private List<RequiredMeetings> meetings() {
        List<LocalDate> dates = dates();
        var meetings = new ArrayList<RequiredMeetings>();
        for (int i = 0; i < dates.size(); i++) {
            IsoWeek week = IsoWeek.of(dates.get(i));
            List<WeekPart> times = RequiredTimes.usableTimes(parameters.usable(), parameters.minutes()).stream()
                    .filter(part -> !problem.horizon().isClosed(week.date(part.weekday())))
                    .toList();
            int number = i;
            receiversByClass().forEach((name, students) -> {
                List<List<StudentId>> parts = parts(students);
                Group home = homes.get(students.getFirst());
                for (int place = 0; place < parts.size(); place++) {
                    List<StudentId> part = thereInWeekOf(dates.get(number), parts.get(place));
                    if (part.isEmpty()) {
                        continue;
                    }
                    var meeting = RequiredMeetings.builder(packageTitle(number, name), "book-package")
                            .id("%s/book-package/%d/%s/%d"
                                    .formatted(id, number + 1, home == null ? "none" : home.id(), place + 1))
                            .students(part)
                            .week(week)
                            .minutes(parameters.minutes())
                            .times(times)
                            .seats(1, "hands-out", true, teachers(part))
                            .rooms(parameters.rooms())
                            .mayExcuse(false)
                            .content(packageTitle(number, name), "", "");
                    if (meeting.isPossible()) {
                        meetings.add(meeting.build());
                    }
                }
            });
        }
        return meetings;
    }

    /** Returns the fewest parts of some students of a class, each at most the share that may be called out at once, and as equal as possible. */
    private List<List<StudentId>> parts(List<StudentId> students) {
        @Nullable Group home = homes.get(students.getFirst());
        int all = home == null
                ? students.size()
                : members.getOrDefault(home.id(), Set.of()).size();
        int most = Math.max(1, Math.floorDiv(all * parameters.mostOfClassPercent(), 100));
        int count = Math.ceilDiv(students.size(), most);
        var parts = new ArrayList<List<StudentId>>();
        for (int i = 0; i < count; i++) {
            int from = Math.floorDiv(i * students.size(), count);
            int end = Math.floorDiv((i + 1) * students.size(), count);
            parts.add(students.subList(from, end));
        }
        return parts;
    }
}
