package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.spi.Membership;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which groups to be formed can stand in for each other, and which sessions of one group: nothing but ids and names tells them apart. Groups are
 * alike if they are of one grouping, the same students may join them, nobody is locked to them, and what is held for them can be held at the same
 * times, in the same rooms and by the same people.
 */
final class Alikes {
    /**
     * A group with all that is held for it, in the order of the demand.
     *
     * @param group    its number
     * @param sessions sessions in which it takes part, or with which they are awake
     * @param seats    the seats of these
     */
    record Part(int group, int[] sessions, int[] seats) {}

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final List<Part> parts = new ArrayList<>();

    Alikes(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        var formed = new TreeSet<Integer>();
        blueprint.memberships().stream()
                .map(Membership::grouping)
                .distinct()
                .forEach(grouping -> grouping.groups()
                        .forEach(group -> formed.add(blueprint.index().group().of(group.id()))));
        Map<Integer, List<Integer>> sessionsOf = new LinkedHashMap<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            for (int group : groups(blueprint.sessions().get(s))) {
                sessionsOf.computeIfAbsent(group, fresh -> new ArrayList<>()).add(s);
            }
        }
        for (int group : formed) {
            part(group, sessionsOf.getOrDefault(group, List.of()), formed).ifPresent(parts::add);
        }
    }

    private Set<Integer> groups(Session session) {
        var groups = new TreeSet<Integer>();
        session.groups().forEach(id -> groups.add(blueprint.index().group().of(id)));
        if (session.awakeWith() != null) {
            groups.add(blueprint.index().group().of(session.awakeWith()));
        }
        return groups;
    }

    /** A group and what is its alone; none if it shares a session or a seat with another group, or somebody is locked to it. */
    private Optional<Part> part(int group, List<Integer> sessions, Collection<Integer> formed) {
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int decision = decisions.member(m);
            if (!decisions.isOpen(decision) && Arrays.binarySearch(decisions.range(decision), group) >= 0) {
                return Optional.empty();
            }
        }
        var seats = new TreeSet<Integer>();
        for (int session : sessions) {
            if (groups(blueprint.sessions().get(session)).stream()
                    .anyMatch(other -> other != group && formed.contains(other))) {
                return Optional.empty();
            }
            Arrays.stream(blueprint.seatsOf()[session]).forEach(seats::add);
        }
        boolean isShared = seats.stream()
                .flatMapToInt(seat -> Arrays.stream(blueprint.sessionsOf()[seat]))
                .anyMatch(session -> !sessions.contains(session));
        return isShared ? Optional.empty() : Optional.of(new Part(group, array(sessions), array(seats)));
    }

    private static int[] array(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Groups that are alike, at least two together. */
    List<List<Part>> groups() {
        Map<Object, List<Part>> classes = new LinkedHashMap<>();
        parts.forEach(part ->
                classes.computeIfAbsent(sign(part), fresh -> new ArrayList<>()).add(part));
        return classes.values().stream().filter(some -> some.size() > 1).toList();
    }

    /** Sessions of one group that are alike, at least two together; each list is of one group. */
    List<List<Integer>> sessions() {
        Map<Object, List<Integer>> classes = new LinkedHashMap<>();
        for (Part part : parts) {
            for (int session : part.sessions()) {
                if (decisions.isOpen(decisions.slot(session)) && !blueprint.isGuest(session)) {
                    var sign = List.of(
                            part.group(),
                            blueprint.sessions().get(session).title(),
                            sign(session, part),
                            Arrays.stream(blueprint.seatsOf()[session])
                                    .mapToObj(seat -> isOwn(seat) ? signOfSeat(seat) : (Object) seat)
                                    .toList());
                    classes.computeIfAbsent(sign, fresh -> new ArrayList<>()).add(session);
                }
            }
        }
        return classes.values().stream().filter(some -> some.size() > 1).toList();
    }

    /** Whether a seat is of one session alone. */
    boolean isOwn(int seat) {
        return blueprint.sessionsOf()[seat].length == 1;
    }

    private Object sign(Part part) {
        var joining = new BitSet();
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            if (Arrays.binarySearch(decisions.range(decisions.member(m)), part.group()) >= 0) {
                joining.set(m);
            }
        }
        return List.of(
                joining,
                blueprint.groups().get(part.group()).members(),
                Arrays.stream(part.sessions())
                        .mapToObj(session -> sign(session, part))
                        .toList(),
                Arrays.stream(part.seats())
                        .mapToObj(seat -> List.of(signOfSeat(seat), within(seat, part.sessions())))
                        .toList());
    }

    /** A session without its id and its names, and without those of its group. */
    private Object sign(int number, Part part) {
        Session one = blueprint.sessions().get(number);
        GroupId own = blueprint.groups().get(part.group()).id();
        return Arrays.asList(
                one.intervention(),
                one.kind(),
                one.form(),
                one.subject(),
                one.site(),
                blueprint.times().get(number),
                sign(decisions.slot(number)),
                sign(decisions.room(number)),
                one.groups().stream().map(id -> id.equals(own) ? "own" : id).toList(),
                one.students(),
                own.equals(one.awakeWith()),
                one.within().stream().map(id -> place(id, part.sessions())).toList(),
                one.inside(),
                one.hosts(),
                one.required(),
                one.workload(),
                one.lesson(),
                one.relief(),
                one.excuse());
    }

    private Object place(SessionId id, int[] sessions) {
        for (int place = 0; place < sessions.length; place++) {
            if (blueprint.sessions().get(sessions[place]).id().equals(id)) {
                return place;
            }
        }
        return id;
    }

    private Object sign(int decision) {
        return List.of(
                decisions.isOpen(decision),
                Arrays.stream(decisions.range(decision)).boxed().toList());
    }

    private Object signOfSeat(int number) {
        Seat seat = blueprint.seats().get(number);
        return List.of(seat.position(), seat.role(), seat.required(), sign(decisions.seat(number)));
    }

    private List<Integer> within(int seat, int[] sessions) {
        return IntStream.range(0, sessions.length)
                .filter(place -> Arrays.stream(blueprint.sessionsOf()[seat]).anyMatch(one -> one == sessions[place]))
                .boxed()
                .toList();
    }
}
