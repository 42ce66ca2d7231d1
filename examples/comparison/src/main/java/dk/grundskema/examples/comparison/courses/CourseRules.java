package dk.grundskema.examples.comparison.courses;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.examples.comparison.courses.CourseParameters.Course;
import dk.grundskema.examples.comparison.courses.CourseParameters.Curriculum;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.toolkit.ScopeCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules. A lecture without period, two lectures in one room and two that exclude each other are rules of every plan. */
final class CourseRules {
    private static final String SOURCE = "International Timetabling Competition 2007, track 3";

    private static final RuleType CAPACITY = RuleType.soft("courses.room-too-small", 1, SOURCE);
    private static final RuleType DAYS = RuleType.soft("courses.too-few-days", 5, SOURCE);
    private static final RuleType ISOLATED = RuleType.soft("courses.isolated-lecture", 2, SOURCE);
    private static final RuleType ROOMS = RuleType.soft("courses.many-rooms", 1, SOURCE);

    static final List<RuleType> TYPES = List.of(CAPACITY, DAYS, ISOLATED, ROOMS);

    private final List<Curriculum> curricula;
    private final Map<SessionId, Course> courseOf = new HashMap<>();
    private final Map<String, List<Session>> lectures = new HashMap<>();
    private final List<Course> courses;

    private CourseRules(Intervention<CourseParameters> given, Demand demand) {
        courses = given.parameters().courses();
        curricula = given.parameters().curricula();
        Map<SessionId, Session> sessions = new HashMap<>();
        demand.sessions().forEach(session -> sessions.put(session.id(), session));
        for (Course course : courses) {
            var own = new ArrayList<Session>();
            for (int number = 1; number <= course.lectures(); number++) {
                SessionId id = CourseExpansion.lecture(given, course, number);
                courseOf.put(id, course);
                own.add(Objects.requireNonNull(sessions.get(id)));
            }
            lectures.put(course.id(), own);
        }
    }

    private static <T> List<T> ofCourse(Map<String, List<T>> all, String course) {
        return Objects.requireNonNull(all.get(course));
    }

    static List<Rule> of(Intervention<CourseParameters> intervention, Problem problem, Demand demand) {
        var rules = new CourseRules(intervention, demand);
        return List.of(rules.roomTooSmall(), rules.tooFewDays(), rules.isolatedLecture(), rules.manyRooms());
    }

    /** Each student more than the room of a lecture has seats costs 1. */
    private Rule roomTooSmall() {
        return SumRule.sum(CAPACITY)
                .overRooms((session, room, entries) -> {
                    Course course = courseOf.get(session.id());
                    if (course != null) {
                        entries.add(session.id(), Math.max(0, course.students() - room.capacity()));
                    }
                })
                .cost((session, students) -> students);
    }

    private List<Scope> courseScopes() {
        return courses.stream()
                .map(course -> new Scope(course, ofCourse(lectures, course.id()), List.of(), List.of()))
                .toList();
    }

    /** Each day fewer than the least number of days of a course costs 1. Lectures without a period count as if each had a day of its own. */
    private Rule tooFewDays() {
        return LocalRule.local(DAYS, courseScopes(), (scope, view, charge) -> {
            var course = (Course) scope.key();
            int size = scope.sessions().size();
            int open = size - ScopeCounts.scheduled(view, size);
            int missing = course.leastDays() - ScopeCounts.weekdays(view, size) - open;
            if (missing > 0) {
                charge.add(missing, course.id());
            }
        });
    }

    /** Each lecture of a curriculum without another of its lectures in the period before or after on the same day costs 1; there is no break between periods. */
    private Rule isolatedLecture() {
        List<Scope> scopes = curricula.stream()
                .map(curriculum -> new Scope(
                        curriculum.id(),
                        curriculum.courses().stream()
                                .flatMap(course -> ofCourse(lectures, course).stream())
                                .toList(),
                        List.of(),
                        List.of()))
                .toList();
        return LocalRule.local(ISOLATED, scopes, CourseRules::chargeIsolated);
    }

    private static void chargeIsolated(Scope scope, ScopeView view, PenaltyCollector charge) {
        int isolated = ScopeCounts.isolated(view, scope.sessions().size());
        if (isolated > 0) {
            charge.add(isolated, scope.key());
        }
    }

    /** Each room of a course after the first costs 1; a lecture without a period has none. */
    private Rule manyRooms() {
        return LocalRule.local(ROOMS, courseScopes(), (scope, view, charge) -> {
            int rooms = ScopeCounts.rooms(view, scope.sessions().size());
            if (rooms > 1) {
                charge.add(rooms - 1L, ((Course) scope.key()).id());
            }
        });
    }
}
