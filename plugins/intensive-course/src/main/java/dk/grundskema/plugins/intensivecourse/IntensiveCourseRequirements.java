package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.RequiredMeetings;
import dk.grundskema.solver.spi.RequiredMeetings.WeekPart;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.GroupSizes;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.RequiredWeeks;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Derives the meetings that a course must have from the parameters: the lessons of each base group on each date, the meetings with mentors, and the
 * handovers. Shares no code with the expansion.
 */
final class IntensiveCourseRequirements {
    private final Intervention<IntensiveCourseParameters> course;
    private final IntensiveCourseParameters parameters;
    private final Problem problem;
    private final List<DateSpan> interruptions;
    private final FinishedIntervention finished;
    private final PluginTexts texts;
    private final RequiredWeeks calendar;
    private final List<LocalDate> dates;
    private final List<RequiredMeetings> required = new ArrayList<>();

    private IntensiveCourseRequirements(
            Intervention<IntensiveCourseParameters> course,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        this.course = course;
        this.parameters = course.parameters();
        this.problem = problem;
        this.interruptions = interruptions;
        this.finished = new FinishedIntervention(course, problem, timetable);
        this.texts = PluginTexts.ofPlugin(IntensiveCoursePlugin.class, problem.language());
        this.calendar = new RequiredWeeks(problem);
        this.dates = dates();
    }

    static List<RequiredMeetings> of(
            Intervention<IntensiveCourseParameters> course,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        var requirements = new IntensiveCourseRequirements(course, problem, interruptions, timetable);
        List<GroupId> groups = requirements.groups("group", countOf(requirements.parameters.baseGroups(), course));
        for (int place = 0; place < groups.size(); place++) {
            requirements.addLessons(groups.get(place), place);
        }
        if (!requirements.dates.isEmpty()) {
            requirements.addMentors();
            requirements.addHandovers();
        }
        return requirements.required;
    }

    /** Returns the days of the course: the given ones, or Monday to Friday of the first weeks without school. */
    private List<LocalDate> dates() {
        if (!parameters.dates().isEmpty()) {
            return parameters.dates().stream().sorted().toList();
        }
        boolean isTeachingKnown = problem.lessons().stream().anyMatch(one -> one.kind() == Lesson.Kind.TEACHING);
        SortedSet<IsoWeek> school = isTeachingKnown
                ? calendar.schoolWeeks()
                : new TreeSet<>(problem.horizon().allWeeks());
        return problem.horizon().allWeeks().stream()
                .filter(week -> !school.contains(week))
                .limit(parameters.weeks())
                .flatMap(week -> IntStream.rangeClosed(1, 5).mapToObj(day -> week.date(DayOfWeek.of(day))))
                .toList();
    }

    private List<GroupId> groups(String word, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new GroupId("%s-%s-%d".formatted(course.id(), word, number)))
                .toList();
    }

    private static int countOf(GroupSizes sizes, Intervention<IntensiveCourseParameters> course) {
        Integer count = sizes.count();
        int students = course.parameters().students().size();
        return count != null ? count : (students + sizes.largest() - 1) / sizes.largest();
    }

    private void addLessons(GroupId group, int place) {
        var subjects = new SubjectSequence(parameters.subjects(), place);
        List<LessonTime> times = parameters.baseTimetable();
        for (LocalDate date : dates) {
            List<String> ofDay = subjects.ofNextDay(times.size());
            for (int i = 0; i < times.size(); i++) {
                LessonTime time = times.get(i);
                add(RequiredMeetings.builder(ofDay.get(i), "course-lesson")
                        .groups(Set.of(group))
                        .week(IsoWeek.of(date))
                        .times(List.of(WeekPart.on(date, time.start(), time.end())))
                        .seats(parameters.teachers(), "teacher", true)
                        .seats(parameters.pedagogues(), "pedagogue", true)
                        .workload(new Workload(true, 100, parameters.preparationMinutes()))
                        .content(ofDay.get(i), ofDay.get(i), ""));
            }
        }
    }

    /** Subjects of a group's lessons: each lesson goes to the subject that is furthest behind its share; on a day the subjects keep their order. */
    private static final class SubjectSequence {
        private final List<SubjectShare> subjects = new ArrayList<>();
        private final Map<String, Integer> lessons = new HashMap<>();

        SubjectSequence(List<SubjectShare> all, int place) {
            for (int i = 0; i < all.size(); i++) {
                subjects.add(all.get((place + i) % all.size()));
            }
        }

        List<String> ofNextDay(int count) {
            Map<String, Integer> today = new HashMap<>();
            for (int i = 0; i < count; i++) {
                String next = next();
                lessons.merge(next, 1, Integer::sum);
                today.merge(next, 1, Integer::sum);
            }
            var inOrder = new ArrayList<String>();
            for (SubjectShare one : subjects) {
                for (int i = 0; i < today.getOrDefault(one.subject(), 0); i++) {
                    inOrder.add(one.subject());
                }
            }
            return inOrder;
        }

        private String next() {
            SubjectShare next = subjects.getFirst();
            for (SubjectShare one : subjects) {
                if ((long) lessonsWith(one) * next.share() < (long) lessonsWith(next) * one.share()) {
                    next = one;
                }
            }
            return next.subject();
        }

        /** Returns the lessons of a subject if it gets one more. */
        private int lessonsWith(SubjectShare one) {
            return lessons.getOrDefault(one.subject(), 0) + 1;
        }
    }

    private SortedSet<IsoWeek> weeksAfter(int count) {
        return calendar.of(IsoWeek.of(dates.getLast()).plus(1), count, interruptions);
    }

    private void addMentors() {
        Mentoring mentoring = parameters.mentoring();
        if (mentoring.menteesPerSession() == 1) {
            for (Participant one : parameters.students()) {
                StudentId student = one.studentId();
                List<Meeting> held = finished.meetings("mentor").stream()
                        .filter(meeting -> meeting.studentIds().equals(List.of(student)))
                        .toList();
                addMentors(Set.of(), Set.of(student), held);
            }
        } else {
            GroupSizes base = parameters.baseGroups();
            int placed = Math.min(parameters.students().size(), countOf(base, course) * base.largest());
            int most = mentoring.menteesPerSession();
            for (GroupId group : groups("mentees", (placed + most - 1) / most)) {
                List<Meeting> held = finished.meetings("mentor").stream()
                        .filter(meeting -> meeting.groupIds().equals(List.of(group)))
                        .toList();
                addMentors(Set.of(group), Set.of(), held);
            }
        }
    }

    private void addMentors(Set<GroupId> groups, Set<StudentId> students, List<Meeting> held) {
        Mentoring mentoring = parameters.mentoring();
        List<WeekPart> times = RequiredWeeks.usableParts(parameters.afterSchool(), mentoring.minutes());
        calendar.ofWeeklyMeetings(mentoring.sessionsPerWeek(), weeksAfter(mentoring.weeks()), times, held)
                .forEach(open -> add(RequiredMeetings.builder(texts.kindTitle("mentor"), "mentor")
                        .groups(groups)
                        .students(students)
                        .weeks(open)
                        .minutes(mentoring.minutes())
                        .times(times)
                        .seats(1, "mentor", true)
                        .workload(new Workload(true, 100, parameters.preparationMinutes()))
                        .content(null, "", "")));
    }

    private void addHandovers() {
        int minutes = parameters.handoverMinutes();
        SortedSet<IsoWeek> weeks = weeksAfter(parameters.handoverWeeks());
        List<WeekPart> times = RequiredWeeks.usableParts(parameters.afterSchool(), minutes).stream()
                .flatMap(part -> weeks.stream()
                        .filter(week -> calendar.isOpen(week.date(part.weekday())))
                        .map(week -> new WeekPart(week, part.weekday(), part.from(), part.to())))
                .toList();
        for (GroupId home : minutes == 0 ? new TreeSet<GroupId>() : classes()) {
            String name = problem.group(home).map(Group::name).orElse(home.value());
            String title = texts.text("title.handover", name);
            add(RequiredMeetings.builder(title, "handover")
                    .weeks(weeks)
                    .altogether()
                    .minutes(minutes)
                    .times(times)
                    .seats(1, "course-teacher", true)
                    .seats(1, "class-teacher", true)
                    .content(title, "", ""));
        }
    }

    private SortedSet<GroupId> classes() {
        var classes = new TreeSet<GroupId>();
        parameters.students().stream()
                .map(one -> problem.student(one.studentId()).map(Student::classGroup))
                .flatMap(Optional::stream)
                .forEach(classes::add);
        return classes;
    }

    private void add(RequiredMeetings.Builder meetings) {
        if (meetings.isPossible()) {
            required.add(meetings.build());
        }
    }
}
