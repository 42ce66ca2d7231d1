package dk.grundskema.examples.cpsat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.camp.Block;
import dk.grundskema.plugins.camp.CampParameters;
import dk.grundskema.plugins.camp.CampPlugin;
import dk.grundskema.plugins.camp.DayKind;
import dk.grundskema.solver.spi.Interruptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a camp asks for, as the model wants to see it: blocks of fixed time with seats, subjects, people. */
final class CampFacts {
    /**
     * A block on a date.
     *
     * @param session  the session
     * @param slot     when
     * @param team     whose it is alone; {@code null} means the whole camp's
     * @param block    its block of the base timetable
     * @param seats    its seats, required ones first
     * @param required how many of them are required
     */
    record Held(Session session, Slot slot, @Nullable GroupId team, Block block, List<Seat> seats, int required) {
        boolean hasStudents() {
            return !session.groups().isEmpty() || !session.students().isEmpty();
        }

        long countedMinutes() {
            return session.workload().countedMinutes(slot.interval().minutes());
        }
    }

    /**
     * A subject in a team's week: guests that can stand in for each other.
     *
     * @param subject the subject's id
     * @param team    whose it is
     * @param hosts   numbers of the blocks that it can be placed into
     * @param guests  as many as are to be placed
     */
    record Course(String subject, GroupId team, List<Integer> hosts, List<Session> guests) {}

    private final Problem problem;
    private final CampParameters parameters;
    private final Demand demand;
    private final List<Held> held = new ArrayList<>();
    private final List<Course> courses = new ArrayList<>();
    private final List<StaffMember> staff;
    private final Map<StaffId, List<Interval>> unavailable = new HashMap<>();

    private CampFacts(Problem problem, Intervention<CampParameters> camp) {
        this.problem = problem;
        this.parameters = camp.parameters();
        var plugin = new CampPlugin();
        this.demand = plugin.expand(
                camp,
                problem,
                Interruptions.of(
                                problem,
                                type -> plugin.type().id().equals(type) ? Optional.of(plugin) : Optional.empty())
                        .besides(camp));
        this.staff = problem.staff();
        staff.forEach(one -> unavailable.put(one.id(), one.availability().unavailable(problem.horizon())));
        Map<SessionId, List<Seat>> seats = new LinkedHashMap<>();
        for (Seat seat : demand.seats()) {
            require(seat.sessions().size() == 1, "a seat of several sessions");
            seats.computeIfAbsent(seat.sessions().getFirst(), any -> new ArrayList<>())
                    .add(seat);
        }
        Map<SessionId, Integer> numbers = new LinkedHashMap<>();
        for (Session session : demand.sessions()) {
            if (!session.isGuest()) {
                numbers.put(session.id(), held.size());
                held.add(held(session, seats.getOrDefault(session.id(), List.of())));
            }
        }
        courses(numbers);
    }

    /**
     * The facts of a problem.
     *
     * @throws IllegalArgumentException if it has something that the model doesn't carry
     */
    @SuppressWarnings("unchecked") // the parameters are of that type, which is looked at
    static CampFacts of(Problem problem) {
        Intervention<?> only = problem.interventions().getFirst();
        require(problem.interventions().size() == 1 && only.parameters() instanceof CampParameters, "no camp alone");
        require(problem.lessons().isEmpty() && problem.locks().isEmpty(), "lessons or locks");
        require(problem.memberLocks().isEmpty() && problem.sites().size() == 1, "locks of members or several sites");
        return new CampFacts(problem, (Intervention<CampParameters>) only);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("The model doesn't carry this: %s.".formatted(otherwise));
        }
    }

    private Held held(Session session, List<Seat> seats) {
        require(session.isFixedInTime() && session.within().isEmpty(), "a choice of times");
        require(
                seats.stream().map(Seat::candidates).distinct().count() <= 1,
                "seats of one block with other candidates");
        MeetingTime time = session.times().getFirst();
        LocalDate date = time.firstDate();
        require(time.weeks().size() == 1, "several weeks");
        Interval interval =
                time.interval(time.weeks().first(), problem.horizon().zone());
        Block block = block(session, time);
        Boolean alone = block.perTeam();
        boolean isTeams = alone == null ? block.kind() == Block.Kind.MODULE || block.kind() == Block.Kind.TRIP : alone;
        List<Seat> ordered = seats.stream()
                .sorted((a, b) -> Boolean.compare(b.required(), a.required()))
                .toList();
        return new Held(
                session, new Slot(interval, date), isTeams ? session.groups().getFirst() : null, block, ordered, (int)
                        seats.stream().filter(Seat::required).count());
    }

    private Block block(Session session, MeetingTime time) {
        String id = session.id().value();
        return parameters.dayKinds().stream()
                .map(DayKind::blocks)
                .flatMap(List::stream)
                .filter(one -> one.id().equals(id.substring(id.lastIndexOf('/') + 1))
                        && one.start().equals(time.start())
                        && one.end().equals(time.end()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("(%s) is no block.".formatted(id)));
    }

    private void courses(Map<SessionId, Integer> numbers) {
        Map<List<Object>, List<Session>> alike = new LinkedHashMap<>();
        for (Session session : demand.sessions()) {
            if (session.isGuest()) {
                alike.computeIfAbsent(List.of(session.hosts(), session.subject()), any -> new ArrayList<>())
                        .add(session);
            }
        }
        for (List<Session> guests : alike.values()) {
            Session one = guests.getFirst();
            List<Integer> hosts = one.hosts().stream()
                    .map(id -> Objects.requireNonNull(numbers.get(id)))
                    .toList();
            courses.add(new Course(one.subject(), one.groups().getFirst(), hosts, guests));
        }
    }

    Problem problem() {
        return problem;
    }

    CampParameters parameters() {
        return parameters;
    }

    List<Held> held() {
        return held;
    }

    List<Course> courses() {
        return courses;
    }

    List<StaffMember> staff() {
        return staff;
    }

    List<Grouping> groupings() {
        return demand.groupings();
    }

    /** Whether somebody may fill the seats of a block. */
    boolean isCandidate(StaffMember person, Held block) {
        return !block.seats().isEmpty()
                && block.seats().getFirst().candidates().contains(person.id())
                && unavailable.getOrDefault(person.id(), List.of()).stream()
                        .noneMatch(never -> never.overlaps(block.slot().interval()));
    }

    /** Working-time rules that hold for a person. */
    WorkRules rulesOf(StaffMember person) {
        WorkRules own = person.work();
        return own != null ? own : demand.work().getOrDefault(person.id(), problem.work());
    }

    /** Teams with a block of their own, in order. */
    List<GroupId> teams() {
        return held.stream()
                .flatMap(one -> Stream.ofNullable(one.team()))
                .distinct()
                .toList();
    }
}
