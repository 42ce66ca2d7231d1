package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.ExclusiveSessions;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds the groups to be formed, and the sessions of one group, that differ only in ids and names. Groups are
 * interchangeable if they belong to one grouping, have the same possible students, no locked students, and sessions
 * with the same possible times, rooms and staff.
 */
final class InterchangeableGroups {
    /**
     * A group and everything held for it, in the order of the demand.
     *
     * @param group index of the group
     * @param sessions sessions in which it takes part, or which sleep without it
     * @param seats the seats of these sessions
     */
    record GroupParts(int group, int[] sessions, int[] seats) {}

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final List<GroupParts> parts = new ArrayList<>();
    private final Map<SessionId, List<ExclusiveSessions>> exclusions = new HashMap<>();

    InterchangeableGroups(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        blueprint
                .demands()
                .forEach(demand -> demand.exclusions()
                        .forEach(exclusion -> exclusion
                                .sessions()
                                .forEach(session -> exclusions
                                        .computeIfAbsent(session, fresh -> new ArrayList<>())
                                        .add(exclusion))));
        var formed = new TreeSet<Integer>();
        blueprint.memberships().stream()
                .map(Membership::grouping)
                .distinct()
                .forEach(grouping -> grouping.groups()
                        .forEach(group -> formed.add(blueprint.index().group().indexOf(group.id()))));
        Map<Integer, List<Integer>> sessionsOf = new LinkedHashMap<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            for (int group : groups(blueprint.sessions().get(s))) {
                sessionsOf.computeIfAbsent(group, fresh -> new ArrayList<>()).add(s);
            }
        }
        for (int group : formed) {
            findGroupParts(group, sessionsOf.getOrDefault(group, List.of()), formed)
                    .ifPresent(parts::add);
        }
    }

    private Set<Integer> groups(Session session) {
        var groups = new TreeSet<Integer>();
        session.groups().forEach(id -> groups.add(blueprint.index().group().indexOf(id)));
        if (session.awakeWith() != null) {
            groups.add(blueprint.index().group().indexOf(session.awakeWith()));
        }
        return groups;
    }

    /**
     * Returns a group and what belongs to it alone; empty if it shares a session or a seat with another group, or a
     * student is locked to it.
     */
    private Optional<GroupParts> findGroupParts(int group, List<Integer> sessions, Collection<Integer> formed) {
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
        return isShared ? Optional.empty() : Optional.of(new GroupParts(group, array(sessions), array(seats)));
    }

    private static int[] array(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the sets of interchangeable groups, at least two in each. */
    List<List<GroupParts>> groups() {
        Map<Object, List<GroupParts>> classes = new LinkedHashMap<>();
        parts.forEach(part -> classes.computeIfAbsent(signature(part), fresh -> new ArrayList<>())
                .add(part));
        return classes.values().stream().filter(some -> some.size() > 1).toList();
    }

    /** Returns the sets of interchangeable sessions of one group, at least two in each. */
    List<List<Integer>> sessions() {
        Map<Object, List<Integer>> classes = new LinkedHashMap<>();
        for (GroupParts part : parts) {
            for (int session : part.sessions()) {
                if (decisions.isOpen(decisions.slot(session)) && !blueprint.isGuest(session)) {
                    var sign = List.of(
                            part.group(),
                            blueprint.sessions().get(session).title(),
                            signature(session, part),
                            Arrays.stream(blueprint.seatsOf()[session])
                                    .mapToObj(seat -> isOfSingleSession(seat) ? seatSignature(seat) : (Object) seat)
                                    .toList());
                    classes.computeIfAbsent(sign, fresh -> new ArrayList<>()).add(session);
                }
            }
        }
        return classes.values().stream().filter(some -> some.size() > 1).toList();
    }

    /** Whether a seat belongs to a single session. */
    boolean isOfSingleSession(int seat) {
        return blueprint.sessionsOf()[seat].length == 1;
    }

    private Object signature(GroupParts part) {
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
                        .mapToObj(session -> signature(session, part))
                        .toList(),
                Arrays.stream(part.seats())
                        .mapToObj(seat -> List.of(seatSignature(seat), placesOfSeat(seat, part.sessions())))
                        .toList());
    }

    /** Returns the properties of a session without its id and names, and without those of its group. */
    private Object signature(int number, GroupParts part) {
        Session one = blueprint.sessions().get(number);
        GroupId own = blueprint.groups().get(part.group()).id();
        return Arrays.asList(
                one.intervention(),
                one.kind(),
                one.form(),
                one.subject(),
                one.site(),
                blueprint.times().get(number),
                signature(decisions.slot(number)),
                signature(decisions.room(number)),
                one.groups().stream().map(id -> id.equals(own) ? "own" : id).toList(),
                one.students(),
                one.attendance(),
                exclusions.getOrDefault(one.id(), List.of()),
                own.equals(one.awakeWith()),
                one.within().stream().map(id -> placeOrId(id, part.sessions())).toList(),
                one.inside(),
                one.hosts(),
                one.required(),
                one.workload(),
                one.lesson(),
                one.relief(),
                one.excuse());
    }

    private Object placeOrId(SessionId id, int[] sessions) {
        for (int place = 0; place < sessions.length; place++) {
            if (blueprint.sessions().get(sessions[place]).id().equals(id)) {
                return place;
            }
        }
        return id;
    }

    private Object signature(int decision) {
        return List.of(
                decisions.isOpen(decision),
                Arrays.stream(decisions.range(decision)).boxed().toList());
    }

    private Object seatSignature(int number) {
        Seat seat = blueprint.seats().get(number);
        return List.of(seat.position(), seat.role(), seat.required(), signature(decisions.seat(number)));
    }

    private List<Integer> placesOfSeat(int seat, int[] sessions) {
        return IntStream.range(0, sessions.length)
                .filter(place -> Arrays.stream(blueprint.sessionsOf()[seat]).anyMatch(one -> one == sessions[place]))
                .boxed()
                .toList();
    }
}
