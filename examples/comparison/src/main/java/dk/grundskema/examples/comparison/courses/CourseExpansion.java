package dk.grundskema.examples.comparison.courses;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.examples.comparison.courses.CourseParameters.Course;
import dk.grundskema.examples.comparison.courses.CourseParameters.CoursePeriod;
import dk.grundskema.examples.comparison.courses.CourseParameters.Curriculum;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The demand: a session for each lecture, with all allowed periods and all rooms as choices, without seats and groups. */
final class CourseExpansion {
    static final String LECTURE = "lecture";
    static final LocalTime FIRST_START = LocalTime.of(8, 0);
    static final int MINUTES = 60;

    private CourseExpansion() {}

    static Demand of(Intervention<CourseParameters> intervention, Problem problem) {
        var demand = new DemandBuilder(intervention, problem);
        List<RoomId> rooms = problem.rooms().stream().map(Room::id).toList();
        Map<String, List<Session>> lectures = new LinkedHashMap<>();
        for (Course course : intervention.parameters().courses()) {
            var own = new ArrayList<Session>();
            lectures.put(course.id(), own);
            List<MeetingTime> times = times(intervention.parameters(), course, problem);
            for (int number = 1; number <= course.lectures(); number++) {
                own.add(demand.add(demand.session(LECTURE, course.id(), course.id(), number)
                        .subject(course.id())
                        .times(times)
                        .rooms(rooms)));
            }
        }
        addExclusions(intervention.parameters(), lectures, demand);
        return demand.build();
    }

    /** The lectures of a teacher, and so those of a course, are one at a time; so are those of a curriculum. */
    private static void addExclusions(
            CourseParameters parameters, Map<String, List<Session>> lectures, DemandBuilder demand) {
        Map<String, List<Session>> taught = new LinkedHashMap<>();
        for (Course course : parameters.courses()) {
            taught.computeIfAbsent(course.teacher(), fresh -> new ArrayList<>())
                    .addAll(Objects.requireNonNull(lectures.get(course.id())));
        }
        taught.forEach((teacher, some) -> demand.addOneAtATime(teacher, Level.HARD, 1, some));
        for (Curriculum curriculum : parameters.curricula()) {
            List<Session> some = curriculum.courses().stream()
                    .flatMap(course -> Objects.requireNonNull(lectures.get(course)).stream())
                    .toList();
            demand.addOneAtATime(curriculum.id(), Level.HARD, 1, some);
        }
    }

    static SessionId lecture(Intervention<?> intervention, Course course, int number) {
        return DemandBuilder.sessionId(intervention, LECTURE, course.id(), number);
    }

    /** Returns the periods in which a course may have a lecture, in order. */
    static List<CoursePeriod> periods(CourseParameters parameters, Course course) {
        var periods = new ArrayList<CoursePeriod>();
        for (int day = 1; day <= parameters.days(); day++) {
            for (int period = 1; period <= parameters.periods(); period++) {
                periods.add(new CoursePeriod(DayOfWeek.of(day), period));
            }
        }
        periods.removeAll(course.unavailable());
        return periods;
    }

    private static List<MeetingTime> times(CourseParameters parameters, Course course, Problem problem) {
        var week = new TreeSet<>(List.of(problem.horizon().firstWeek()));
        return periods(parameters, course).stream()
                .map(one -> {
                    LocalTime start = FIRST_START.plusMinutes((one.period() - 1L) * MINUTES);
                    return new MeetingTime(week, one.day(), start, start.plusMinutes(MINUTES));
                })
                .toList();
    }
}
