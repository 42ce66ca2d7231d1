package dk.grundskema.examples.comparison.cpsat;

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
import dk.grundskema.solver.registry.Interruptions;
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

/** Facts of a camp in the form that the model needs: blocks of fixed time with seats, subjects, people. */
final class CampFacts {
    /**
     * A block on a date.
     *
     * @param session  the session
     * @param slot     its time
     * @param team     the team that has it alone; {@code null} means the whole camp
     * @param block    its block of the base timetable
     * @param seats    its seats, required ones first
     * @param required number of required seats
     */
    record DatedBlock(
            Session session, DutySlot slot, @Nullable GroupId team, Block block, List<Seat> seats, int required) {
        boolean hasStudents() {
            return !session.groups().isEmpty() || !session.students().isEmpty();
        }

        long countedMinutes() {
            return session.workload().countedMinutes(slot.interval().minutes());
        }
    }

    /**
     * A subject in a team's week: interchangeable guest sessions.
     *
     * @param subject the subject's id
     * @param team    the team
     * @param hosts   numbers of the blocks that it can be placed into
     * @param guests  the sessions to be placed
     */
    record TeamSubjectWeek(String subject, GroupId team, List<Integer> hosts, List<Session> guests) {}

    private final Problem problem;
    private final CampParameters parameters;
    private final Demand demand;
    private final List<DatedBlock> heldBlocks = new ArrayList<>();
    private final List<TeamSubjectWeek> courses = new ArrayList<>();
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
                        .ofOthers(camp));
        this.staff = problem.staff();
        staff.forEach(one -> unavailable.put(one.id(), one.availability().unavailableIntervals(problem.horizon())));
        Map<SessionId, List<Seat>> seats = new LinkedHashMap<>();
        for (Seat seat : demand.seats()) {
            requireSupported(seat.sessions().size() == 1, "a seat of several sessions");
            seats.computeIfAbsent(seat.sessions().getFirst(), any -> new ArrayList<>())
                    .add(seat);
        }
        Map<SessionId, Integer> numbers = new LinkedHashMap<>();
        for (Session session : demand.sessions()) {
            if (!session.isGuest()) {
                numbers.put(session.id(), heldBlocks.size());
                heldBlocks.add(held(session, seats.getOrDefault(session.id(), List.of())));
            }
        }
        courses(numbers);
    }

    /**
     * Reads the facts of a problem.
     *
     * @throws IllegalArgumentException if it has something that the model does not support
     */
    @SuppressWarnings("unchecked") // the parameters' type is checked
    static CampFacts of(Problem problem) {
        Intervention<?> only = problem.interventions().getFirst();
        requireSupported(
                problem.interventions().size() == 1 && only.parameters() instanceof CampParameters, "no camp alone");
        requireSupported(problem.lessons().isEmpty() && problem.locks().isEmpty(), "lessons or locks");
        requireSupported(
                problem.memberLocks().isEmpty() && problem.sites().size() == 1, "locks of members or several sites");
        var parameters = (CampParameters) only.parameters();
        SchoolFacts.requireNoDateLimits(problem, Stream.ofNullable(parameters.work()));
        requireSupported(
                parameters.noDoubleModules() == null
                        && parameters.roomLimits().isEmpty()
                        && parameters.subjects().stream().allMatch(subject -> subject.allowedBlocks() == null),
                "limits of subjects");
        return new CampFacts(problem, (Intervention<CampParameters>) only);
    }

    private static void requireSupported(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("The model does not support this: %s.".formatted(otherwise));
        }
    }

    private DatedBlock held(Session session, List<Seat> seats) {
        requireSupported(session.isFixedInTime() && session.within().isEmpty(), "a choice of times");
        requireSupported(
                seats.stream().map(Seat::candidates).distinct().count() <= 1,
                "seats of one block with other candidates");
        MeetingTime time = session.times().getFirst();
        LocalDate date = time.firstDate();
        requireSupported(time.weeks().size() == 1, "several weeks");
        Interval interval =
                time.interval(time.weeks().first(), problem.horizon().zone());
        Block block = block(session, time);
        Boolean alone = block.perTeam();
        boolean isTeams = alone == null ? block.kind() == Block.Kind.MODULE || block.kind() == Block.Kind.TRIP : alone;
        List<Seat> ordered = seats.stream()
                .sorted((a, b) -> Boolean.compare(b.required(), a.required()))
                .toList();
        return new DatedBlock(
                session,
                new DutySlot(interval, date),
                isTeams ? session.groups().getFirst() : null,
                block,
                ordered,
                (int) seats.stream().filter(Seat::required).count());
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
                .orElseThrow(() -> new IllegalArgumentException("(%s) is not a block.".formatted(id)));
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
            courses.add(new TeamSubjectWeek(one.subject(), one.groups().getFirst(), hosts, guests));
        }
    }

    Problem problem() {
        return problem;
    }

    CampParameters parameters() {
        return parameters;
    }

    List<DatedBlock> held() {
        return heldBlocks;
    }

    List<TeamSubjectWeek> courses() {
        return courses;
    }

    List<StaffMember> staff() {
        return staff;
    }

    List<Grouping> groupings() {
        return demand.groupings();
    }

    /** Returns whether a person may fill the seats of a block. */
    boolean canFill(StaffMember person, DatedBlock block) {
        return !block.seats().isEmpty()
                && block.seats().getFirst().candidates().contains(person.id())
                && unavailable.getOrDefault(person.id(), List.of()).stream()
                        .noneMatch(never -> never.overlaps(block.slot().interval()));
    }

    /** Returns the working-time rules of a person. */
    WorkRules rulesOf(StaffMember person) {
        WorkRules own = person.work();
        return own != null ? own : demand.work().getOrDefault(person.id(), problem.work());
    }

    /** Returns the teams with a block of their own, in order. */
    List<GroupId> teams() {
        return heldBlocks.stream()
                .flatMap(one -> Stream.ofNullable(one.team()))
                .distinct()
                .toList();
    }
}
