package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Neighbourhood;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the demand of an intervention. Ids begin with the intervention's id and continue with what the session or group is about, so that they are
 * stable across changes of the problem.
 */
public final class DemandBuilder {
    private final Intervention<?> intervention;
    private final SiteId site;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Grouping> groupings = new ArrayList<>();
    private final List<Neighbourhood> neighbourhoods = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Map<StaffId, WorkRules> work = new LinkedHashMap<>();
    private final List<ExclusiveSessions> exclusions = new ArrayList<>();
    private final Map<SessionId, Integer> positions = new HashMap<>();

    /**
     * @param intervention the intervention
     * @param problem      the problem; sessions are at its first site unless another is given
     */
    public DemandBuilder(Intervention<?> intervention, Problem problem) {
        this.intervention = intervention;
        this.site = problem.siteOrDefault(null);
    }

    /** Returns the id of a session: the intervention's id and the parts, separated by slashes. */
    public static SessionId sessionId(Intervention<?> intervention, Object... parts) {
        return new SessionId(intervention.id() + "/" + joined(parts));
    }

    private static String joined(Object... parts) {
        return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("/"));
    }

    /**
     * Starts a session at the problem's first site, with the id {@code <intervention>/<kind>/<parts>}; {@link #add} adds it.
     *
     * @param kind  kind, also the first part of its id
     * @param title display title
     * @param parts what it is about, such as the group and a number; never an index in a list, which would not be stable
     */
    public Session.Builder session(String kind, String title, Object... parts) {
        return sessionAt(null, kind, title, parts);
    }

    /** Starts a session like {@link #session}, at a site; {@code null} means the problem's first. */
    public Session.Builder sessionAt(@Nullable SiteId at, String kind, String title, Object... parts) {
        var id = parts.length == 0 ? sessionId(intervention, kind) : sessionId(intervention, kind, joined(parts));
        return Session.builder(id, intervention.id(), kind, title, at == null ? site : at);
    }

    /** Builds a session and adds it. */
    public Session add(Session.Builder builder) {
        Session session = builder.build();
        sessions.add(session);
        return session;
    }

    /**
     * Adds one seat for one or several sessions that belong together; it is the next seat of each of them. Its id is that of the first session, a
     * {@code #} and its index among that session's seats.
     *
     * @param role       role of the holder
     * @param required   whether the plan has a shortfall if it is not filled
     * @param candidates staff members who may fill it; if empty, it stays open, which is a shortfall and no error
     * @param of         the sessions, at least one
     */
    public Seat addSeat(String role, boolean required, List<StaffId> candidates, List<Session> of) {
        var ids = of.stream().map(Session::id).toList();
        int position =
                ids.stream().mapToInt(id -> positions.getOrDefault(id, 0)).max().orElse(0);
        var seat = new Seat(new SeatId(ids.getFirst() + "#" + position), ids, position, role, required, candidates);
        ids.forEach(id -> positions.put(id, position + 1));
        seats.add(seat);
        return seat;
    }

    /** Adds a seat of one session. */
    public Seat addSeat(String role, boolean required, List<StaffId> candidates, Session of) {
        return addSeat(role, required, candidates, List.of(of));
    }

    /** Adds groups to be formed. */
    public void addGrouping(Grouping grouping) {
        groupings.add(grouping);
    }

    /**
     * Returns ids of groups to be formed: {@code <intervention>-<word>-1} and so on. {@link FinishedIntervention#groupsByPrefix} finds them.
     */
    public static List<GroupId> groupIds(Intervention<?> intervention, String word, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new GroupId(intervention.id() + "-" + word + "-" + number))
                .toList();
    }

    /** Returns groups to be formed, without members, each with the name for its number from 1. */
    public static List<Group> emptyGroups(List<GroupId> ids, Group.Kind kind, IntFunction<String> name) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new Group(ids.get(i), name.apply(i + 1), kind, List.of()))
                .toList();
    }

    /**
     * Adds a neighbourhood of seats that a move may reassign together; a single seat is left out.
     *
     * @param name what they have in common; part of the id
     */
    public void addNeighbourhood(String name, List<Seat> some) {
        if (some.size() > 1) {
            var ids = some.stream().map(Seat::id).toList();
            neighbourhoods.add(new Neighbourhood(intervention.id() + "/" + name, ids, List.of()));
        }
    }

    /**
     * Adds a task on a date, with the id {@code <intervention>/<kind>/<parts>}.
     *
     * @param students students concerned; empty means none in particular
     * @param who      staff member who does it; {@code null} means not assigned
     * @param parts    what it is about; never an index in a list
     */
    public void addTask(
            String kind,
            String title,
            LocalDate date,
            List<StudentId> students,
            @Nullable StaffId who,
            Object... parts) {
        var id = new TaskId(intervention.id() + "/" + kind + (parts.length == 0 ? "" : "/" + joined(parts)));
        tasks.add(new Task(id, intervention.id(), kind, title, date, students, who));
    }

    /** Sets the working-time rules of a staff member who takes part. */
    public void setWorkRules(StaffId who, WorkRules rules) {
        work.put(who, rules);
    }

    /**
     * Declares that no two of some sessions may be held at the same time; a single session is left out. Each minute of each session beyond the first
     * costs the weight.
     *
     * @param name   what the sessions have in common, as messages name it
     * @param level  hard: never. Medium: a guideline. Soft: a wish
     * @param weight 1 to 1,000
     */
    public void addOneAtATime(String name, Level level, int weight, List<Session> some) {
        addExclusion(name, ExclusiveSessions.Kind.SAME_TIME, level, weight, some);
    }

    /**
     * Declares that no staff member may have seats in two of some sessions on one date; a single session is left out. Each session beyond the first
     * costs the weight.
     *
     * @param name   what the sessions have in common, as messages name it
     * @param level  hard: never. Medium: a guideline. Soft: a wish
     * @param weight 1 to 1,000
     */
    public void addOneADayForEach(String name, Level level, int weight, List<Session> some) {
        addExclusion(name, ExclusiveSessions.Kind.SAME_PERSON_AND_DATE, level, weight, some);
    }

    private void addExclusion(String name, ExclusiveSessions.Kind kind, Level level, int weight, List<Session> some) {
        if (some.size() > 1) {
            exclusions.add(new ExclusiveSessions(
                    name, kind, level, weight, some.stream().map(Session::id).toList()));
        }
    }

    /** Returns the demand. */
    public Demand build() {
        return new Demand(sessions, seats, groupings, neighbourhoods, tasks, work, exclusions);
    }
}
