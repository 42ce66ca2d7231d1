package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The lessons of a course with their adults, the base groups, the meetings with mentors, and the handovers. */
final class IntensiveCourseExpansion {
    static final String LESSON = "course-lesson";
    static final String MENTOR = "mentor";
    static final String HANDOVER = "handover";
    static final String TEACHER = "teacher";
    static final String PEDAGOGUE = "pedagogue";

    private final Course course;
    private final IntensiveCourseParameters asked;
    private final List<DateSpan> interruptions;
    private final PluginTexts texts;
    private final DemandDraft draft;

    private IntensiveCourseExpansion(Course course, List<DateSpan> interruptions) {
        this.course = course;
        this.asked = course.asked();
        this.interruptions = interruptions;
        this.texts = course.texts();
        this.draft = new DemandDraft(course.intervention(), course.problem());
    }

    static Demand of(
            Intervention<IntensiveCourseParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new IntensiveCourseExpansion(new Course(intervention, problem), interruptions);
        expansion.addCourse();
        expansion.addMentors();
        expansion.addHandovers();
        return expansion.draft.demand();
    }

    private void addCourse() {
        List<GroupId> groups = course.formed("group", asked.groupCount());
        int smallest = Math.min(asked.smallestGroup(), asked.students().size() / groups.size());
        form(groups, "title.group", Group.Kind.TEAM, smallest, asked.largestGroup());
        groups.forEach(group -> addLessons(group, groups));
        if (asked.work() != null) {
            course.adults().forEach(who -> draft.work(who, asked.work()));
        }
    }

    private void form(List<GroupId> groups, String title, Group.Kind kind, int smallest, int largest) {
        var made = new ArrayList<Group>();
        groups.forEach(id -> made.add(new Group(id, texts.text(title, made.size() + 1), kind, List.of())));
        Map<StudentId, Integer> needs = new LinkedHashMap<>();
        asked.students().forEach(one -> needs.put(one.studentId(), one.need()));
        draft.grouping(new Grouping(
                course.intervention().id(),
                made,
                List.copyOf(needs.keySet()),
                smallest,
                largest,
                false,
                Map.of(),
                needs));
    }

    private void addLessons(GroupId group, List<GroupId> groups) {
        int place = groups.indexOf(group);
        List<RoomId> rooms = asked.rooms().size() < groups.size()
                ? asked.rooms()
                : List.of(asked.rooms().get(place));
        var subjects = new SubjectPlan(asked.subjects(), place);
        var teaching = new ArrayList<Seat>();
        var caring = new ArrayList<Seat>();
        for (LocalDate date : asked.courseDates(course.problem())) {
            var day = new ArrayList<Session>();
            Map<String, List<Session>> stretches = new LinkedHashMap<>();
            for (CourseSubject subject : subjects.day(asked.baseTimetable().size())) {
                LessonTime time = asked.baseTimetable().get(day.size());
                day.add(draft.add(draft.sessionAt(asked.site(), LESSON, subject.subject(), group, date, day.size() + 1)
                        .subject(subject.subject())
                        .at(MeetingTime.on(date, time.start(), time.end()))
                        .rooms(rooms)
                        .groups(List.of(group))
                        .onClosedDays(true)
                        .preparationMinutes(asked.preparationMinutes())
                        .excuse(asked.takesStudentsFromLessons())));
                stretches
                        .computeIfAbsent(subject.subject(), any -> new ArrayList<>())
                        .add(day.getLast());
            }
            stretches.values().forEach(some -> seats(TEACHER, asked.teachers(), course.teachers(), some, teaching));
            seats(PEDAGOGUE, asked.pedagogues(), course.pedagogues(), day, caring);
        }
        draft.neighbourhood(group + "/" + TEACHER, teaching);
        draft.neighbourhood(group + "/" + PEDAGOGUE, caring);
    }

    private void seats(String role, int count, List<StaffId> who, List<Session> sessions, List<Seat> all) {
        for (int i = 0; i < count; i++) {
            all.add(draft.seat(role, true, who, sessions));
        }
    }

    private void addMentors() {
        List<GroupId> groups = course.formed("mentees", asked.menteeGroups());
        if (!groups.isEmpty()) {
            form(
                    groups,
                    "title.mentees",
                    Group.Kind.SMALL_GROUP,
                    1,
                    asked.mentoring().menteesPerSession());
            groups.forEach(group -> addMentor(group, List.of(group), List.of()));
        } else if (asked.mentoring().weeks() > 0) {
            asked.students().forEach(one -> addMentor(one.studentId(), List.of(), List.of(one.studentId())));
        }
    }

    private void addMentor(Object whose, List<GroupId> groups, List<StudentId> students) {
        Mentoring mentoring = asked.mentoring();
        List<MeetingTime> times =
                UsableTime.times(asked.afterSchool(), mentoring.minutes(), weeks(mentoring.weeks()), course.problem());
        var sessions = new ArrayList<Session>();
        for (int i = 1; i <= mentoring.sessionsPerWeek() && !times.isEmpty(); i++) {
            sessions.add(draft.add(draft.sessionAt(asked.site(), MENTOR, texts.kind(MENTOR), whose, i)
                    .times(times)
                    .rooms(mentoring.rooms())
                    .groups(groups)
                    .students(students)
                    .preparationMinutes(asked.preparationMinutes())));
        }
        if (!sessions.isEmpty()) {
            var mentors = mentoring.mentors().isEmpty() ? course.adults() : mentoring.mentors();
            draft.seat(MENTOR, true, mentors, sessions);
        }
    }

    private TreeSet<IsoWeek> weeks(int count) {
        return new TreeSet<>(PlannedWeeks.of(course.problem(), course.firstWeekAfter(), count, interruptions));
    }

    private void addHandovers() {
        for (GroupId home : asked.handoverMinutes() == 0 ? new TreeSet<GroupId>() : course.homeClasses()) {
            var times = weeks(asked.handoverWeeks()).stream()
                    .flatMap(week -> UsableTime.times(
                            asked.afterSchool(),
                            asked.handoverMinutes(),
                            new TreeSet<>(List.of(week)),
                            course.problem())
                            .stream())
                    .toList();
            if (!times.isEmpty()) {
                String name = course.problem().group(home).map(Group::name).orElse(home.value());
                Session handover =
                        draft.add(draft.sessionAt(asked.site(), HANDOVER, texts.text("title.handover", name), home)
                                .times(times));
                draft.seat("course-teacher", true, course.teachers(), handover);
                draft.seat("class-teacher", true, course.teachersOf(home), handover);
            }
        }
    }
}
