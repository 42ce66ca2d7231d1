package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.GroupSizes;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import dk.grundskema.solver.testkit.requirement.RequiredGroups;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.WeekPart;
import dk.grundskema.solver.testkit.requirement.RequiredTimes;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Derives the meetings that a course must have from the parameters: the lessons of each base group on each date, the meetings with mentors, and the
 * handovers, with their rooms and who may be on duty; and the groups that are formed. Shares no code with the expansion.
 */
final class IntensiveCourseRequirements {
    /** What an intervention must have. */
    static final Requirements<IntensiveCourseParameters> REQUIREMENTS = new Requirements<>() {
        @Override
        public InterventionPlugin<IntensiveCourseParameters> plugin() {
            return new IntensiveCoursePlugin();
        }

        @Override
        public List<RequiredMeetings> meetings(
                Intervention<IntensiveCourseParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return IntensiveCourseRequirements.of(intervention, problem, interruptions, timetable);
        }

        @Override
        public List<RequiredGroups> groups(
                Intervention<IntensiveCourseParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return IntensiveCourseRequirements.groups(intervention, problem, timetable);
        }
    };

    private final Intervention<IntensiveCourseParameters> course;
    private final IntensiveCourseParameters parameters;
    private final Problem problem;
    private final List<DateSpan> interruptions;
    private final FinishedIntervention finished;
    private final PluginTexts texts;
    private final RequiredTimes calendar;
    private final List<LocalDate> dates;
    private final List<StaffId> teachers;
    private final List<StaffId> pedagogues;
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
        this.calendar = new RequiredTimes(problem);
        this.dates = dates();
        this.teachers = able(parameters.subjects().stream()
                .map(one -> one.skill() == null ? one.subject() : one.skill())
                .toList());
        this.pedagogues = able(List.of(parameters.pedagogueSkill()));
    }

    /** Returns the staff of the course with one of some skills. */
    private List<StaffId> able(List<String> skills) {
        return problem.staff().stream()
                .filter(one ->
                        parameters.staff().isEmpty() || parameters.staff().contains(one.id()))
                .filter(one -> skills.stream().anyMatch(skill -> WordMatcher.isAmong(one.skills(), skill)))
                .map(StaffMember::id)
                .toList();
    }

    private static List<RequiredMeetings> of(
            Intervention<IntensiveCourseParameters> course,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        var requirements = new IntensiveCourseRequirements(course, problem, interruptions, timetable);
        List<GroupId> groups = requirements.groups("group", countOf(requirements.parameters.baseGroups(), course));
        for (int place = 0; place < groups.size(); place++) {
            List<RoomId> rooms = requirements.parameters.rooms();
            requirements.addLessons(
                    groups.get(place), place, rooms.size() < groups.size() ? rooms : List.of(rooms.get(place)));
        }
        if (!requirements.dates.isEmpty()) {
            requirements.addMentors();
            requirements.addHandovers();
        }
        return requirements.required;
    }

    /** Returns the base groups and the groups of mentees, with the students who are to be in one. */
    private static List<RequiredGroups> groups(
            Intervention<IntensiveCourseParameters> course, Problem problem, Timetable timetable) {
        var requirements = new IntensiveCourseRequirements(course, problem, List.of(), timetable);
        IntensiveCourseParameters parameters = course.parameters();
        GroupSizes base = parameters.baseGroups();
        var required = new ArrayList<RequiredGroups>();
        required.add(requirements.groupsOf(
                requirements.groups("group", countOf(base, course)), base.smallest(), base.largest()));
        int most = parameters.mentoring().menteesPerSession();
        if (parameters.mentoring().weeks() > 0 && most > 1) {
            required.add(requirements.groupsOf(requirements.menteeGroups(), 1, most));
        }
        return required;
    }

    private RequiredGroups groupsOf(List<GroupId> groups, int smallest, int largest) {
        Map<StudentId, Integer> needs = new LinkedHashMap<>();
        parameters.students().forEach(one -> needs.put(one.studentId(), one.need()));
        int least = groups.isEmpty() ? 0 : Math.min(smallest, needs.size() / groups.size());
        return new RequiredGroups(groups, needs, least, largest, false);
    }

    private List<GroupId> menteeGroups() {
        GroupSizes base = parameters.baseGroups();
        int placed = Math.min(parameters.students().size(), countOf(base, course) * base.largest());
        int most = parameters.mentoring().menteesPerSession();
        return groups("mentees", (placed + most - 1) / most);
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

    private void addLessons(GroupId group, int place, List<RoomId> rooms) {
        var subjects = new SubjectSequence(parameters.subjects(), place);
        List<LessonTime> times = parameters.baseTimetable();
        for (LocalDate date : dates) {
            List<String> ofDay = subjects.ofNextDay(times.size());
            String day = group + " " + date;
            for (int i = 0; i < times.size(); i++) {
                LessonTime time = times.get(i);
                add(RequiredMeetings.builder(ofDay.get(i), "course-lesson")
                        .id("%s/course-lesson/%s/%s/%d".formatted(course.id(), group, date, i + 1))
                        .groups(Set.of(group))
                        .week(IsoWeek.of(date))
                        .times(List.of(WeekPart.on(date, time.start(), time.end())))
                        .seats(parameters.teachers(), "teacher", true, teachers, day + " " + ofDay.get(i))
                        .seats(parameters.pedagogues(), "pedagogue", true, pedagogues, day)
                        .rooms(rooms)
                        .mayExcuse(parameters.takesStudentsFromLessons() != null)
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
                SortedSet<IsoWeek> there = weeksAfter(mentoring.weeks());
                problem.student(student)
                        .ifPresent(who -> there.removeAll(who.availability().weeksAway(problem.horizon())));
                addMentors(student, Set.of(), Set.of(student), there, held);
            }
        } else {
            for (GroupId group : menteeGroups()) {
                List<Meeting> held = finished.meetings("mentor").stream()
                        .filter(meeting -> meeting.groupIds().equals(List.of(group)))
                        .toList();
                addMentors(group, Set.of(group), Set.of(), weeksAfter(mentoring.weeks()), held);
            }
        }
    }

    /** Requires the meetings of a group or a student with a mentor in some weeks; a student who has left needs none. */
    private void addMentors(
            Id whose, Set<GroupId> groups, Set<StudentId> students, SortedSet<IsoWeek> weeks, List<Meeting> held) {
        Mentoring mentoring = parameters.mentoring();
        List<WeekPart> times = RequiredTimes.usableTimes(parameters.afterSchool(), mentoring.minutes());
        Set<StaffId> mentors = new LinkedHashSet<>(mentoring.mentors());
        if (mentors.isEmpty()) {
            mentors.addAll(teachers);
            mentors.addAll(pedagogues);
        }
        List<SessionId> ids = IntStream.rangeClosed(1, mentoring.sessionsPerWeek())
                .mapToObj(number -> new SessionId("%s/mentor/%s/%d".formatted(course.id(), whose, number)))
                .toList();
        calendar.ofWeeklyMeetings(mentoring.sessionsPerWeek(), weeks, times, held)
                .forEach(open -> add(RequiredMeetings.builder(texts.kindTitle("mentor"), "mentor")
                        .ids(ids)
                        .groups(groups)
                        .students(students)
                        .weeks(open)
                        .minutes(mentoring.minutes())
                        .times(times)
                        .seats(1, "mentor", true, mentors, whose.value())
                        .rooms(mentoring.rooms())
                        .mayExcuse(false)
                        .workload(new Workload(true, 100, parameters.preparationMinutes()))
                        .content(null, "", "")));
    }

    private void addHandovers() {
        int minutes = parameters.handoverMinutes();
        if (minutes == 0) {
            return;
        }
        SortedSet<IsoWeek> weeks = weeksAfter(parameters.handoverWeeks());
        List<WeekPart> times = RequiredTimes.usableTimes(parameters.afterSchool(), minutes).stream()
                .flatMap(part -> weeks.stream()
                        .filter(week -> calendar.isOpen(week.date(part.weekday())))
                        .map(week -> new WeekPart(week, part.weekday(), part.from(), part.to())))
                .toList();
        var lessons = LessonsByPerson.of(problem);
        for (GroupId home : classes()) {
            String name = problem.group(home).map(Group::name).orElse(home.value());
            String title = texts.text("title.handover", name);
            add(RequiredMeetings.builder(title, "handover")
                    .id(course.id() + "/handover/" + home)
                    .weeks(weeks)
                    .altogether()
                    .minutes(minutes)
                    .times(times)
                    .seats(1, "course-teacher", true, teachers)
                    .seats(1, "class-teacher", true, lessons.teachers(home))
                    .rooms(List.of())
                    .mayExcuse(false)
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
