package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
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
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.GroupSizes;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Expands a course into demand: its lessons with their adults, the base groups, the meetings with mentors, and the handovers.
 */
record IntensiveCourseExpansion(
        IntensiveCourseParameters asked,
        Problem problem,
        List<DateSpan> interruptions,
        DemandBuilder draft,
        PluginTexts texts) {
    static Demand of(Intervention<IntensiveCourseParameters> one, Problem problem, List<DateSpan> interruptions) {
        var draft = new DemandBuilder(one, problem);
        var texts = PluginTexts.ofPlugin(Mentoring.class, problem.language());
        var expansion = new IntensiveCourseExpansion(one.parameters(), problem, interruptions, draft, texts);
        expansion.addCourse(one);
        expansion.addMentors(one);
        expansion.addHandovers();
        return draft.build();
    }

    private void addCourse(Intervention<IntensiveCourseParameters> one) {
        var groups = addGroups(one, "group", Group.Kind.TEAM, asked.baseGroups());
        for (int place = 0; place < groups.size(); place++) {
            var rooms = roomsOfGroup(asked.rooms(), groups.size(), place);
            var subjects = new LessonDistribution<>(asked.subjects(), SubjectShare::share, place);
            addLessons(groups.get(place), rooms, subjects);
        }
        if (asked.work() != null) {
            asked.adults(problem).forEach(who -> draft.setWorkRules(who, asked.work()));
        }
    }

    /**
     * Adds groups to be formed of the participants, with the ids of {@link DemandBuilder#groupIds}. No group may stay empty. If there are too few
     * students for the smallest group size, groups may be smaller.
     *
     * @param word kind of group, part of the ids; the text {@code title.<word>} is the name of a group by its number from 1
     */
    private List<GroupId> addGroups(Intervention<?> one, String word, Group.Kind kind, GroupSizes sizes) {
        var needs = CourseParticipants.needs(asked.students());
        int count = new GroupFormation(sizes).groupCount(needs.size());
        var ids = DemandBuilder.groupIds(one, word, count);
        int least = count == 0 ? 0 : Math.min(sizes.smallest(), needs.size() / count);
        var groups = DemandBuilder.emptyGroups(ids, kind, number -> texts.text("title." + word, number));
        var students = List.copyOf(needs.keySet());
        draft.addGrouping(new Grouping(one.id(), groups, students, least, sizes.largest(), false, Map.of(), needs));
        return ids;
    }

    private void addLessons(GroupId group, List<RoomId> rooms, LessonDistribution<SubjectShare> subjects) {
        var teaching = new ArrayList<Seat>();
        var caring = new ArrayList<Seat>();
        var teachers = asked.ableStaff("teacher", asked.subjects(), problem);
        var pedagogues = asked.ableStaff("pedagogue", asked.subjects(), problem);
        for (LocalDate date : asked.courseDates(problem)) {
            var day = new ArrayList<Session>();
            Map<String, List<Session>> stretches = new LinkedHashMap<>();
            for (SubjectShare one : subjects.nextDay(asked.baseTimetable().size())) {
                String subject = one.subject();
                var lesson = draft.sessionAt(asked.site(), "course-lesson", subject, group, date, day.size() + 1);
                var time = asked.baseTimetable().get(day.size()).on(date);
                lesson.subject(subject).at(time).onClosedDays(true).rooms(rooms).groups(List.of(group));
                lesson.excuse(asked.takesStudentsFromLessons()).preparationMinutes(asked.preparationMinutes());
                day.add(draft.add(lesson));
                stretches.computeIfAbsent(subject, any -> new ArrayList<>()).add(day.getLast());
            }
            for (int i = 0; i < asked.teachers(); i++) {
                stretches.values().forEach(some -> teaching.add(draft.addSeat("teacher", true, teachers, some)));
            }
            for (int i = 0; i < asked.pedagogues(); i++) {
                caring.add(draft.addSeat("pedagogue", true, pedagogues, day));
            }
        }
        draft.addNeighbourhood(group + "/teachers", teaching);
        draft.addNeighbourhood(group + "/pedagogues", caring);
    }

    private void addMentors(Intervention<IntensiveCourseParameters> one) {
        Mentoring mentoring = asked.mentoring();
        if (mentoring.weeks() > 0 && mentoring.menteesPerSession() > 1) {
            addGroups(one, "mentees", Group.Kind.SMALL_GROUP, asked.menteeSizes());
        }
        var weeks = asked.weeksAfter(mentoring.weeks(), problem, interruptions);
        var mentors = mentoring.mentors().isEmpty() ? asked.adults(problem) : mentoring.mentors();
        for (Id whose : asked.mentees(one)) {
            var own = new TreeSet<>(weeks);
            if (whose instanceof StudentId student) {
                own.retainAll(problem.weeksPresent(student));
            }
            var times = UsableTime.times(asked.afterSchool(), mentoring.minutes(), own, problem);
            if (times.isEmpty()) {
                continue;
            }
            var sessions = new ArrayList<Session>();
            for (int i = 1; i <= mentoring.sessionsPerWeek(); i++) {
                var meeting = draft.sessionAt(asked.site(), "mentor", texts.kindTitle("mentor"), whose, i);
                meeting.times(times).rooms(mentoring.rooms()).preparationMinutes(asked.preparationMinutes());
                sessions.add(draft.add(withParticipant(whose, meeting)));
            }
            draft.addSeat("mentor", true, mentors, sessions);
        }
    }

    private void addHandovers() {
        int minutes = asked.handoverMinutes();
        var weeks = asked.weeksAfter(minutes == 0 ? 0 : asked.handoverWeeks(), problem, interruptions);
        var times = UsableTime.singleWeekTimes(asked.afterSchool(), minutes, weeks, problem);
        var teachers = asked.ableStaff("teacher", asked.subjects(), problem);
        var classes = CourseParticipants.classes(asked.students(), problem);
        HandoverMeetings.add(draft, texts, problem, asked.site(), classes, times, "course-teacher", teachers);
    }

    /** Returns the rooms for one of several groups: its own room if there are enough for all groups, otherwise all rooms. */
    static List<RoomId> roomsOfGroup(List<RoomId> all, int groups, int place) {
        return all.size() < groups ? all : List.of(all.get(place));
    }

    /**
     * Adds a group or a single student to a session.
     *
     * @param whose id of a group or a student
     */
    static Session.Builder withParticipant(Id whose, Session.Builder session) {
        return whose instanceof StudentId student
                ? session.students(List.of(student))
                : session.groups(List.of((GroupId) whose));
    }
}
