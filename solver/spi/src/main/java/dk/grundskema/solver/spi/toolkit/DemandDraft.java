package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Neighbourhood;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.RoomId;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Collects what an intervention needs. Ids begin with the intervention's and are made of what something is about, so that they stay. */
public final class DemandDraft {
    private final Intervention<?> intervention;
    private final SiteId site;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Grouping> groupings = new ArrayList<>();
    private final List<Neighbourhood> neighbourhoods = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Map<StaffId, WorkRules> work = new LinkedHashMap<>();
    private final Map<SessionId, Integer> positions = new HashMap<>();

    /**
     * @param intervention whose demand it is
     * @param problem      whose first site sessions are at unless another is named
     */
    public DemandDraft(Intervention<?> intervention, Problem problem) {
        this.intervention = intervention;
        this.site = problem.siteOr(null);
    }

    /** The id of a session that is about something: the intervention's id and the parts, with slashes between. */
    public static SessionId id(Intervention<?> intervention, Object... parts) {
        return new SessionId(intervention.id() + "/" + joined(parts));
    }

    private static String joined(Object... parts) {
        return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("/"));
    }

    /**
     * Begins a session at the problem's first site, with the id {@code <intervention>/<kind>/<parts>}; it is added by {@link #add}.
     *
     * @param kind  what it is; also the first part of its id
     * @param title what people call it
     * @param parts what it is about, such as the group and a number; never a place in a list
     */
    public Session.Builder session(String kind, String title, Object... parts) {
        return sessionAt(null, kind, title, parts);
    }

    /** Begins a session as {@link #session} does, at a site; {@code null} means the problem's first. */
    public Session.Builder sessionAt(@Nullable SiteId at, String kind, String title, Object... parts) {
        var id = parts.length == 0 ? id(intervention, kind) : id(intervention, kind, joined(parts));
        return Session.of(id, intervention.id(), kind, title, at == null ? site : at);
    }

    /**
     * Begins a session for a group that may stay empty: it sleeps until somebody joins. Its id is {@code <intervention>/<kind>/<group>/<part>}, without
     * what the group's id has of the intervention's.
     *
     * @param part what else it is about, such as a number
     */
    public Session.Builder sessionFor(Group group, SiteId at, String kind, String title, Object part) {
        String own = group.id().value().replaceFirst("^" + Pattern.quote(intervention.id() + "/"), "");
        return sessionAt(at, kind, title, own, part)
                .groups(List.of(group.id()))
                .awakeWith(group.id())
                .required(false);
    }

    /** Ends a session and adds it. */
    public Session add(Session.Builder builder) {
        Session session = builder.build();
        sessions.add(session);
        return session;
    }

    /**
     * Adds one seat for several sessions that belong together, or for one; it is the next seat of each of them. Its id is that of the first
     * session, a {@code #} and its place among that session's seats.
     *
     * @param role       what somebody is there for
     * @param required   whether the plan is thin when nobody is
     * @param candidates who may fill it; empty means nobody, which is a thin plan and no error
     * @param of         the sessions, at least one
     */
    public Seat seat(String role, boolean required, List<StaffId> candidates, List<Session> of) {
        var ids = of.stream().map(Session::id).toList();
        int position =
                ids.stream().mapToInt(id -> positions.getOrDefault(id, 0)).max().orElse(0);
        var seat = new Seat(new SeatId(ids.getFirst() + "#" + position), ids, position, role, required, candidates);
        ids.forEach(id -> positions.put(id, position + 1));
        seats.add(seat);
        return seat;
    }

    /** Adds a seat of one session. */
    public Seat seat(String role, boolean required, List<StaffId> candidates, Session of) {
        return seat(role, required, candidates, List.of(of));
    }

    /** Adds groups to be formed. */
    public void grouping(Grouping grouping) {
        groupings.add(grouping);
    }

    /** Rooms for one of several groups: with a room for each, a room of its own, otherwise all to choose from. */
    public static List<RoomId> rooms(List<RoomId> all, int groups, int place) {
        return all.size() < groups ? all : List.of(all.get(place));
    }

    /**
     * A session for a group or for a single student.
     *
     * @param whose the id of one of the two
     */
    public static Session.Builder of(Id whose, Session.Builder session) {
        return whose instanceof StudentId student
                ? session.students(List.of(student))
                : session.groups(List.of((GroupId) whose));
    }

    /** Ids of groups to be formed: {@code <intervention>-<word>-1} and so on. {@link Finished#formed} and {@link Finished#groups} find them. */
    public static List<GroupId> groupIds(Intervention<?> intervention, String word, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new GroupId(intervention.id() + "-" + word + "-" + number))
                .toList();
    }

    /**
     * Adds groups to be formed of participants, none of which may stay empty, with the ids of {@link #groupIds}. Where there are too few students
     * to give each group the fewest it is to have, it may have less.
     *
     * @param word  what the groups are; part of their ids
     * @param texts where {@code title.<word>} is what the group of a number, from 1, is called
     */
    public List<GroupId> form(
            String word, PluginTexts texts, Group.Kind kind, GroupSizes sizes, List<Participant> participants) {
        var needs = Participant.needs(participants);
        int count = sizes.countFor(needs.size());
        var ids = groupIds(intervention, word, count);
        int least = count == 0 ? 0 : Math.min(sizes.smallest(), needs.size() / count);
        var groups = groups(ids, kind, number -> texts.text("title." + word, number));
        var students = List.copyOf(needs.keySet());
        groupings.add(
                new Grouping(intervention.id(), groups, students, least, sizes.largest(), false, Map.of(), needs));
        return ids;
    }

    /** Groups to be formed that have nobody yet, each with the name of its number, from 1. */
    public static List<Group> groups(List<GroupId> ids, Group.Kind kind, IntFunction<String> name) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new Group(ids.get(i), name.apply(i + 1), kind, List.of()))
                .toList();
    }

    /**
     * Seats that belong together, so that a stretch of them may change hands at once; a single one is no neighbourhood and left out.
     *
     * @param name what they have in common; becomes part of its id
     */
    public void neighbourhood(String name, List<Seat> some) {
        if (some.size() > 1) {
            var ids = some.stream().map(Seat::id).toList();
            neighbourhoods.add(new Neighbourhood(intervention.id() + "/" + name, ids, List.of()));
        }
    }

    /**
     * Something to be done on a date, with the id {@code <intervention>/<kind>/<parts>}.
     *
     * @param students whom it concerns; empty means nobody in particular
     * @param who      who is to do it; {@code null} means that this is left open
     * @param parts    what it is about; never a place in a list
     */
    public void task(
            String kind,
            String title,
            LocalDate date,
            List<StudentId> students,
            @Nullable StaffId who,
            Object... parts) {
        var id = new TaskId(intervention.id() + "/" + kind + (parts.length == 0 ? "" : "/" + joined(parts)));
        tasks.add(new Task(id, intervention.id(), kind, title, date, students, who));
    }

    /** Somebody's working-time rules while taking part. */
    public void work(StaffId who, WorkRules rules) {
        work.put(who, rules);
    }

    /** Everything that was added. */
    public Demand demand() {
        return new Demand(sessions, seats, groupings, neighbourhoods, tasks, work);
    }
}
