package dk.grundskema.examples.cpsat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.plugins.coteaching.CoTeachingParameters;
import dk.grundskema.plugins.coteaching.CoTeachingPlugin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What co-teaching at a school asks for, as the model wants to see it: sessions with their times and seats, people, what they do anyway. */
final class SchoolFacts {
    private final Problem problem;
    private final CoTeachingParameters parameters;
    private final Demand demand;
    private final List<StaffMember> staff;
    private final Map<SessionId, List<Integer>> seats = new LinkedHashMap<>();
    private final Map<StaffId, List<Occasion>> taught = new HashMap<>();
    private final Map<StaffId, List<Interval>> unavailable = new HashMap<>();

    private SchoolFacts(Problem problem, Intervention<CoTeachingParameters> coTeaching) {
        this.problem = problem;
        this.parameters = coTeaching.parameters();
        this.demand = new CoTeachingPlugin().expand(coTeaching, problem);
        this.staff = problem.staff();
        for (int seat = 0; seat < demand.seats().size(); seat++) {
            Seat one = demand.seats().get(seat);
            require(one.sessions().size() == 1, "a seat of several sessions");
            seats.computeIfAbsent(one.sessions().getFirst(), any -> new ArrayList<>())
                    .add(seat);
        }
        for (Session session : demand.sessions()) {
            require(!session.isGuest() && session.relief() == null, "guests or reliefs");
            require(session.work() && session.students().isEmpty(), "stand-by or single students");
        }
        for (Lesson lesson : problem.lessons()) {
            for (StaffId who : lesson.staffIds()) {
                taught.computeIfAbsent(who, any -> new ArrayList<>()).add(Occasion.of(lesson.time()));
            }
        }
        staff.forEach(one -> unavailable.put(one.id(), one.availability().unavailable(problem.horizon())));
    }

    /**
     * The facts of a problem.
     *
     * @throws IllegalArgumentException if it has something that the model doesn't carry
     */
    @SuppressWarnings("unchecked") // the parameters are of that type, which is looked at
    static SchoolFacts of(Problem problem) {
        Intervention<?> only = problem.interventions().getFirst();
        require(
                problem.interventions().size() == 1 && only.parameters() instanceof CoTeachingParameters,
                "no co-teaching alone");
        require(problem.locks().isEmpty() && problem.sites().size() == 1, "locks or several sites");
        require(problem.staff().stream().allMatch(one -> one.wishes().isEmpty()), "wishes");
        require(
                problem.rooms().stream().map(Room::availability).allMatch(one -> one.unavailable(problem.horizon())
                        .isEmpty()),
                "rooms that can't be used at times");
        return new SchoolFacts(problem, (Intervention<CoTeachingParameters>) only);
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("The model doesn't carry this: %s.".formatted(otherwise));
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

    /** Numbers of a session's seats. */
    List<Integer> seatsOf(Session session) {
        return seats.getOrDefault(session.id(), List.of());
    }

    List<StaffMember> staff() {
        return staff;
    }

    /** What somebody teaches anyway. */
    List<Occasion> taught(int person) {
        return taught.getOrDefault(staff.get(person).id(), List.of());
    }

    /** Whether somebody has no lesson of their own then and isn't away. */
    boolean isFree(int person, MeetingTime time) {
        Occasion when = Occasion.of(time);
        List<Interval> never = Objects.requireNonNull(unavailable.get(staff.get(person).id()));
        return taught(person).stream().noneMatch(when::overlaps)
                && time.intervals(problem.horizon().zone()).stream()
                        .noneMatch(held -> never.stream().anyMatch(held::overlaps));
    }

    /** The lesson that a session is. */
    Lesson lesson(Session session) {
        return problem.lessons().stream()
                .filter(one -> one.id().equals(session.lesson()))
                .findFirst()
                .orElseThrow();
    }
}
