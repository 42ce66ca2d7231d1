package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The lessons of a course with their adults, the base groups, the meetings with mentors, and the handovers. */
record IntensiveCourseExpansion(Course course, List<DateSpan> interruptions, PluginTexts texts, DemandDraft draft) {
    static Demand of(Intervention<IntensiveCourseParameters> one, Problem problem, List<DateSpan> interruptions) {
        var texts = PluginTexts.beside(Course.class, problem.language());
        var expansion = new IntensiveCourseExpansion(
                new Course(one, problem), interruptions, texts, new DemandDraft(one, problem));
        expansion.addCourse();
        expansion.addMentors();
        expansion.addHandovers();
        return expansion.draft.demand();
    }

    private IntensiveCourseParameters asked() {
        return course.asked();
    }

    private List<GroupId> form(String word, Group.Kind kind, int count, int smallest, int largest) {
        Map<StudentId, Integer> needs = new LinkedHashMap<>();
        asked().students().forEach(one -> needs.put(one.studentId(), one.need()));
        return draft.form(word, number -> texts.text("title." + word, number), kind, count, smallest, largest, needs);
    }

    private void addCourse() {
        var groups =
                form("group", Group.Kind.TEAM, asked().groupCount(), asked().smallestGroup(), asked().largestGroup());
        for (int place = 0; place < groups.size(); place++) {
            var own = asked().rooms().size() < groups.size()
                    ? asked().rooms()
                    : List.of(asked().rooms().get(place));
            addLessons(groups.get(place), own, new SubjectPlan(asked().subjects(), place));
        }
        if (asked().work() != null) {
            course.adults().forEach(who -> draft.work(who, asked().work()));
        }
    }

    private void addLessons(GroupId group, List<RoomId> rooms, SubjectPlan plan) {
        var teaching = new ArrayList<Seat>();
        var caring = new ArrayList<Seat>();
        for (LocalDate date : course.dates()) {
            var day = new ArrayList<Session>();
            Map<CourseSubject, List<Session>> stretches = new LinkedHashMap<>();
            for (CourseSubject subject : plan.day(asked().baseTimetable().size())) {
                var lesson = draft.sessionAt(
                        asked().site(), "course-lesson", subject.subject(), group, date, day.size() + 1);
                lesson.subject(subject.subject())
                        .at(asked().baseTimetable().get(day.size()).on(date))
                        .onClosedDays(true);
                lesson.rooms(rooms).groups(List.of(group)).excuse(asked().takesStudentsFromLessons());
                day.add(draft.add(lesson.preparationMinutes(asked().preparationMinutes())));
                stretches.computeIfAbsent(subject, any -> new ArrayList<>()).add(day.getLast());
            }
            for (int i = 0; i < asked().teachers(); i++) {
                stretches.forEach((subject, some) ->
                        teaching.add(draft.seat("teacher", true, course.teachers(asked().subjects()), some)));
            }
            for (int i = 0; i < asked().pedagogues(); i++) {
                caring.add(draft.seat("pedagogue", true, course.pedagogues(), day));
            }
        }
        draft.neighbourhood(group + "/teachers", teaching);
        draft.neighbourhood(group + "/pedagogues", caring);
    }

    private void addMentors() {
        Mentoring mentoring = asked().mentoring();
        if (asked().menteeGroups() > 0) {
            int most = mentoring.menteesPerSession();
            form("mentees", Group.Kind.SMALL_GROUP, asked().menteeGroups(), 1, most);
        }
        var weeks = course.weeksAfter(mentoring.weeks(), interruptions);
        var times = UsableTime.times(asked().afterSchool(), mentoring.minutes(), weeks, course.problem());
        for (Id whose : times.isEmpty() ? List.<Id>of() : asked().mentees(course.intervention())) {
            var sessions = new ArrayList<Session>();
            for (int i = 1; i <= mentoring.sessionsPerWeek(); i++) {
                var meeting = draft.sessionAt(asked().site(), "mentor", texts.kind("mentor"), whose, i);
                meeting.times(times).rooms(mentoring.rooms()).preparationMinutes(asked().preparationMinutes());
                sessions.add(draft.add(
                        whose instanceof GroupId group
                                ? meeting.groups(List.of(group))
                                : meeting.students(List.of((StudentId) whose))));
            }
            var mentors = mentoring.mentors().isEmpty() ? course.adults() : mentoring.mentors();
            draft.seat("mentor", true, mentors, sessions);
        }
    }

    private void addHandovers() {
        int minutes = asked().handoverMinutes();
        var times = new ArrayList<MeetingTime>();
        course.weeksAfter(minutes == 0 ? 0 : asked().handoverWeeks(), interruptions)
                .forEach(week -> times.addAll(UsableTime.times(
                        asked().afterSchool(), minutes, new TreeSet<>(List.of(week)), course.problem())));
        for (GroupId home : times.isEmpty() ? Collections.<GroupId>emptySet() : course.homeClasses()) {
            String name = course.problem().group(home).map(Group::name).orElse(home.value());
            var handover = draft.sessionAt(asked().site(), "handover", texts.text("title.handover", name), home);
            Session session = draft.add(handover.times(times));
            draft.seat("course-teacher", true, course.teachers(asked().subjects()), session);
            draft.seat("class-teacher", true, course.teachersOf(home), session);
        }
    }
}
