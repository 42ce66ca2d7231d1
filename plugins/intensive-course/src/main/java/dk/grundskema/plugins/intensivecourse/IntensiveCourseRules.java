package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.LocalRule.perSession;
import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import dk.grundskema.solver.spi.toolkit.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of an intensive course. */
final class IntensiveCourseRules {
    private static final String GUIDE = "Guide to school-supporting interventions, part D";
    static final RuleType TIMETABLE = RuleType.hard("intensive-course.timetable", RuleType.OURS);
    static final RuleType UNQUALIFIED =
            RuleType.medium("intensive-course.unqualified", 30, GUIDE + " (teachers and pedagogues)");
    static final RuleType MENTOR_COURSE =
            RuleType.medium("intensive-course.mentor-course", 20, GUIDE + " (eight weeks, 2 x 45 minutes)");
    static final RuleType KNOWN = RuleType.soft("intensive-course.known-adults", 5, GUIDE + " (who know the students)");
    static final RuleType FEW_FACES = RuleType.soft("intensive-course.few-faces", 30, RuleType.OURS);
    static final RuleType FROM_COURSE = RuleType.soft("intensive-course.from-course", 10, RuleType.OURS);
    static final RuleType MENTOR_DAYS = RuleType.soft("intensive-course.mentor-days", 5, RuleType.OURS);
    static final List<RuleType> TYPES =
            List.of(TIMETABLE, UNQUALIFIED, MENTOR_COURSE, KNOWN, FEW_FACES, FROM_COURSE, MENTOR_DAYS);

    /** A lesson of the course counts as so many other meetings, so that one total tells both: nobody has that many. */
    private static final long LESSON = 100_000;

    private record GroupAndStaff(GroupId group, StaffId staff) {}

    private final Course course;
    private final Demand demand;
    private final Map<SessionId, String> kinds = new HashMap<>();

    private IntensiveCourseRules(Course course, Demand demand) {
        this.course = course;
        this.demand = demand;
        demand.sessions().forEach(one -> kinds.put(one.id(), one.kind()));
    }

    static List<Rule> of(Intervention<IntensiveCourseParameters> intervention, Problem problem, Demand demand) {
        var rules = new IntensiveCourseRules(new Course(intervention, problem), demand);
        return List.of(
                rules.timetable(),
                rules.unqualified(),
                rules.mentorCourse(),
                rules.knownAdults(),
                rules.fewFaces(),
                rules.fromCourse(),
                rules.mentorDays());
    }

    private List<Session> sessions(String kind) {
        return demand.sessions().stream().filter(one -> one.kind().equals(kind)).toList();
    }

    private boolean isLesson(Session session) {
        return IntensiveCourseExpansion.LESSON.equals(kinds.get(session.id()));
    }

    /** A lesson of the course is held where the base timetable has it, otherwise it costs 1. */
    private Rule timetable() {
        return perSession(TIMETABLE, sessions(IntensiveCourseExpansion.LESSON), (scope, view, charge) -> {
            Session lesson = scope.sessions().getFirst();
            charge.add(lesson.times().getFirst().equals(view.time(0)) ? 0 : 1, lesson.id());
        });
    }

    /** A lesson costs 1 if it has teachers but none for its subject, and 1 for each pedagogue who is none. */
    private Rule unqualified() {
        Map<String, CourseSubject> subjects = new HashMap<>();
        course.asked().subjects().forEach(one -> subjects.put(one.subject(), one));
        String pedagogue = course.asked().pedagogueWord(course.problem());
        return perSession(UNQUALIFIED, sessions(IntensiveCourseExpansion.LESSON), (scope, view, charge) -> {
            CourseSubject subject = subjects.get(scope.sessions().getFirst().subject());
            int wrong = 0;
            boolean taught = false;
            boolean qualified = false;
            for (int seat = 0; seat < view.seats(0); seat++) {
                StaffMember who = view.holder(0, seat);
                if (who != null && view.seat(0, seat).role().equals(IntensiveCourseExpansion.PEDAGOGUE)) {
                    wrong += Words.isAmong(who.skills(), pedagogue) ? 0 : 1;
                } else if (who != null && subject != null) {
                    taught = true;
                    qualified |= Course.isQualified(who, subject);
                }
            }
            charge.add(
                    wrong + (taught && !qualified ? 1 : 0),
                    scope.sessions().getFirst().id());
        });
    }

    /** Each meeting with a mentor that students lack of all that were asked for costs 1. */
    private Rule mentorCourse() {
        var rule = sum(MENTOR_COURSE).overPlacements((session, time, host, entries) -> {
            if (IntensiveCourseExpansion.MENTOR.equals(kinds.get(session.id()))) {
                entries.add(mentees(session), time.weeks().size());
            }
        });
        Mentoring asked = course.asked().mentoring();
        course.formed("mentees", course.asked().menteeGroups()).forEach(one -> rule.startingFrom(one, 0));
        if (asked.menteesPerSession() == 1) {
            course.asked().students().forEach(one -> rule.startingFrom(one.studentId(), 0));
        }
        return rule.cost((key, held) -> Math.max(0, asked.weeks() * asked.sessionsPerWeek() - held));
    }

    private static Object mentees(Session session) {
        return session.groups().isEmpty()
                ? session.students().getFirst()
                : session.groups().getFirst();
    }

    /** Each student costs 1 who is taught at school by none of the adults of the base group. */
    private Rule knownAdults() {
        Map<StudentId, Set<StaffId>> known = course.students().stream()
                .collect(Collectors.toMap(Student::id, one -> course.lessons().teachers(one.id())));
        var scopes = new ArrayList<Scope>();
        firstOfSeats().forEach((group, some) -> scopes.add(new Scope(group, some, List.of(group), List.of())));
        return local(KNOWN, scopes, (scope, view, charge) -> {
            Set<StaffId> adults = adults(scope, view);
            int strangers = 0;
            for (int place = 0; place < view.size(0); place++) {
                var teachers = known.getOrDefault(view.student(0, place).id(), Set.of());
                strangers += teachers.stream().anyMatch(adults::contains) ? 0 : 1;
            }
            charge.add(strangers, scope.key());
        });
    }

    /** Of each base group the lessons in which somebody's stretch begins: all adults are in one of them. */
    private Map<GroupId, List<Session>> firstOfSeats() {
        Set<SessionId> first =
                demand.seats().stream().map(seat -> seat.sessions().getFirst()).collect(Collectors.toSet());
        return demand.sessions().stream()
                .filter(one -> isLesson(one) && first.contains(one.id()))
                .collect(
                        Collectors.groupingBy(one -> one.groups().getFirst(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Set<StaffId> adults(Scope scope, ScopeView view) {
        Set<StaffId> adults = new HashSet<>();
        for (int session = 0; session < scope.sessions().size(); session++) {
            for (int seat = 0; seat < view.seats(session); seat++) {
                StaffMember who = view.holder(session, seat);
                if (who != null) {
                    adults.add(who.id());
                }
            }
        }
        return adults;
    }

    /** Each adult of a base group costs 1. */
    private Rule fewFaces() {
        return sum(FEW_FACES)
                .overSeats((seat, session, time, holder, entries) -> {
                    if (isLesson(session)) {
                        entries.add(new GroupAndStaff(session.groups().getFirst(), holder.id()), 1);
                    }
                })
                .cost((key, lessons) -> lessons > 0 ? 1 : 0);
    }

    /** Each meeting after the course costs 1 that is held by somebody who wasn't on it: a mentor's, or the course's part of a handover. */
    private Rule fromCourse() {
        return sum(FROM_COURSE)
                .overSeats((seat, session, time, holder, entries) -> {
                    if (kinds.containsKey(session.id()) && !seat.role().equals("class-teacher")) {
                        entries.add(holder.id(), isLesson(session) ? LESSON : 1);
                    }
                })
                .cost((key, total) -> total >= LESSON ? 0 : total);
    }

    /** Two meetings of the same mentees on one weekday cost 1. */
    private Rule mentorDays() {
        Map<Object, List<Session>> bundles = sessions(IntensiveCourseExpansion.MENTOR).stream()
                .collect(Collectors.groupingBy(IntensiveCourseRules::mentees, LinkedHashMap::new, Collectors.toList()));
        var scopes = new ArrayList<Scope>();
        bundles.forEach((whose, some) -> scopes.add(new Scope(whose, some, List.of(), List.of())));
        return local(MENTOR_DAYS, scopes, (scope, view, charge) -> {
            int placed = 0;
            Set<Object> days = new HashSet<>();
            for (int session = 0; session < scope.sessions().size(); session++) {
                var time = view.time(session);
                if (time != null) {
                    placed++;
                    days.add(time.weekday());
                }
            }
            charge.add(placed - days.size(), scope.key());
        });
    }
}
