package dk.grundskema.examples.comparison.cpsat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.plugins.coteaching.ClassNeed;
import dk.grundskema.plugins.coteaching.CoTeacher;
import dk.grundskema.plugins.coteaching.CoTeachingParameters;
import dk.grundskema.plugins.coteaching.CoTeachingPlugin;
import dk.grundskema.plugins.coteaching.CoTeachingType;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts of co-teaching at a school in the form that the model needs: sessions with their times and seats, people, and their
 * existing lessons.
 */
final class SchoolFacts {
    private final Problem problem;
    private final CoTeachingParameters parameters;
    private final Demand demand;
    private final List<StaffMember> staff;
    private final Set<String> subjects;
    private final Map<SessionId, List<Integer>> seats = new LinkedHashMap<>();
    private final Map<StaffId, List<WeekdayTime>> taught = new HashMap<>();
    private final Map<StaffId, List<Interval>> unavailable = new HashMap<>();

    private SchoolFacts(Problem problem, Intervention<CoTeachingParameters> coTeaching) {
        this.problem = problem;
        this.parameters = coTeaching.parameters();
        this.demand = new CoTeachingPlugin().expand(coTeaching, problem, List.of());
        this.staff = problem.staff();
        this.subjects = problem.lessons().stream()
                .map(lesson -> normalized(lesson.subject()))
                .collect(Collectors.toSet());
        for (int seat = 0; seat < demand.seats().size(); seat++) {
            Seat one = demand.seats().get(seat);
            requireSupported(one.sessions().size() == 1, "a seat of several sessions");
            seats.computeIfAbsent(one.sessions().getFirst(), any -> new ArrayList<>())
                    .add(seat);
        }
        for (Session session : demand.sessions()) {
            requireSupported(!session.isGuest() && session.relief() == null, "guests or reliefs");
            requireSupported(session.work() && session.students().isEmpty(), "stand-by or single students");
        }
        for (Lesson lesson : problem.lessons()) {
            for (StaffId who : lesson.staffIds()) {
                taught.computeIfAbsent(who, any -> new ArrayList<>()).add(WeekdayTime.of(lesson.time()));
            }
        }
        staff.forEach(one -> unavailable.put(one.id(), one.availability().unavailableIntervals(problem.horizon())));
    }

    /**
     * Reads the facts of a problem.
     *
     * @throws IllegalArgumentException if it has something that the model does not support
     */
    @SuppressWarnings("unchecked") // the parameters' type is checked
    static SchoolFacts of(Problem problem) {
        Intervention<?> only = problem.interventions().getFirst();
        requireSupported(
                problem.interventions().size() == 1 && only.parameters() instanceof CoTeachingParameters,
                "no co-teaching alone");
        requireSupported(problem.locks().isEmpty() && problem.sites().size() == 1, "locks or several sites");
        requireSupported(problem.staff().stream().allMatch(one -> one.wishes().isEmpty()), "wishes");
        requireSupported(
                problem.rooms().stream()
                        .map(Room::availability)
                        .allMatch(one ->
                                one.unavailableIntervals(problem.horizon()).isEmpty()),
                "rooms that can't be used at times");
        requireSupported(
                ((CoTeachingParameters) only.parameters()).preparation().mainCoTeacher() == RuleStrength.WISH,
                "preparation with the main co-teacher as a requirement");
        requireNoDateLimits(problem, Stream.empty());
        return new SchoolFacts(problem, (Intervention<CoTeachingParameters>) only);
    }

    /** The models have no longest day, rest between dates and free dates. */
    static void requireNoDateLimits(Problem problem, Stream<WorkRules> ofInterventions) {
        boolean isAny = Stream.of(
                        Stream.of(problem.work()),
                        problem.staff().stream().map(StaffMember::work).filter(Objects::nonNull),
                        ofInterventions)
                .flatMap(rules -> rules)
                .anyMatch(rules ->
                        rules.longestDay() != null || rules.restBetweenDates() != null || rules.freeDates() != null);
        requireSupported(!isAny, "limits of dates");
    }

    static void requireSupported(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("The model does not support this: %s.".formatted(otherwise));
        }
    }

    Problem problem() {
        return problem;
    }

    CoTeachingParameters parameters() {
        return parameters;
    }

    List<Session> sessions() {
        return demand.sessions();
    }

    List<Seat> seats() {
        return demand.seats();
    }

    /** Returns the numbers of a session's seats. */
    List<Integer> seatsOf(Session session) {
        return seats.getOrDefault(session.id(), List.of());
    }

    List<StaffMember> staff() {
        return staff;
    }

    /** Returns the times of a person's existing lessons. */
    List<WeekdayTime> taughtTimes(int person) {
        return taught.getOrDefault(staff.get(person).id(), List.of());
    }

    /** Returns whether a person has no lesson of their own at that time and is available. */
    boolean isFree(int person, MeetingTime time) {
        WeekdayTime when = WeekdayTime.of(time);
        List<Interval> never =
                Objects.requireNonNull(unavailable.get(staff.get(person).id()));
        return taughtTimes(person).stream().noneMatch(when::overlaps)
                && time.intervals(problem.horizon().zone()).stream()
                        .noneMatch(held -> never.stream().anyMatch(held::overlaps));
    }

    /** Returns the classes that get co-teaching. */
    List<CoTaughtClassFacts> classes() {
        var weeks = new TreeSet<IsoWeek>();
        problem.lessons().forEach(lesson -> weeks.addAll(lesson.time().weeks()));
        return parameters.classes().stream()
                .map(need -> classFacts(need, weeks.size()))
                .toList();
    }

    private CoTaughtClassFacts classFacts(ClassNeed need, int weeks) {
        requireSupported(need.scheme() != CoTeachingType.TWO_ALWAYS, "two adults always");
        requireSupported(need.limits() == null, "limits of a class");
        List<Session> lessons = demand.sessions().stream()
                .filter(session -> session.lesson() != null && session.groups().equals(List.of(need.groupId())))
                .toList();
        List<Long> minutes = lessons.stream()
                .map(session -> Duration.between(
                                session.times().getFirst().start(),
                                session.times().getFirst().end())
                        .toMinutes())
                .distinct()
                .toList();
        requireSupported(minutes.size() == 1, "lessons of several lengths");
        boolean isFirst = need.scheme() == CoTeachingType.TYPE_1;
        Double own = need.lessonsPerWeek();
        double asked = own != null ? own : isFirst ? 10.5 : 14.5;
        Session preparation = demand.sessions().stream()
                .filter(session -> session.id().value().contains("/preparation/" + need.groupId() + "/"))
                .findFirst()
                .orElse(null);
        return new CoTaughtClassFacts(
                need,
                lessons,
                preparation,
                minutes.getFirst().intValue(),
                (int) (asked * parameters.lessonMinutes()),
                isFirst
                        ? parameters.preparation().minutesType1()
                        : parameters.preparation().minutesType2(),
                weeks);
    }

    /**
     * Returns whether a co-teacher knows a lesson's subject, or has a skill that is nobody's subject and that the lesson's
     * teachers lack.
     */
    boolean complements(StaffMember who, Lesson lesson) {
        Set<String> skills = normalized(who);
        if (skills.isEmpty() || skills.contains(normalized(lesson.subject()))) {
            return true;
        }
        lesson.staffIds()
                .forEach(teacher -> problem.staffMember(teacher).ifPresent(one -> skills.removeAll(normalized(one))));
        skills.removeAll(subjects);
        return !skills.isEmpty();
    }

    private static Set<String> normalized(StaffMember one) {
        return one.skills().stream().map(SchoolFacts::normalized).collect(Collectors.toCollection(HashSet::new));
    }

    private static String normalized(String subject) {
        return subject.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the budget of a member of the pool in minutes a week. */
    int budget(CoTeacher one) {
        Integer own = one.minutesPerWeek();
        Double lessons = one.lessonsPerWeek();
        requireSupported(own != null || lessons != null, "budgets that contracts leave");
        return own != null ? own : (int) Math.round(Objects.requireNonNull(lessons) * parameters.lessonMinutes());
    }

    /** Returns the lesson of a session. */
    Lesson lesson(Session session) {
        return problem.lessons().stream()
                .filter(one -> one.id().equals(session.lesson()))
                .findFirst()
                .orElseThrow();
    }
}
