package dk.grundskema.solver.moves;

import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.EffectiveWorkRules;
import dk.grundskema.solver.model.ReliefSeats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Indexes the open decisions by day, group and neighbourhood, so that moves can pick related decisions in constant
 * time. Also determines which kinds of moves are possible. Built once per plan, immutable, shared by all searches.
 * Decisions of groups that are planned as a whole are only in {@link WholeGroups}, not in the other indexes, so that single moves do not split these
 * groups.
 */
public final class OpenDecisionIndex {
    private static final int NO_EXCLUSION = -1;

    final Blueprint blueprint;
    final Decisions decisions;
    final Set<MoveKind> kinds;
    final int[] openSeats;
    final int[] seatsWithChoice;
    final int[] requiredSeats;
    final int[] dayOfSeat;
    final int[] alikeSeats;
    private final int[] exclusionOfSeat;
    final int[][] seatsOfDay;
    final int[][] stretches;
    final int[][] guestSets;
    final int[][] guestsOfHost;
    final int[][] seatsOfGroup;
    final int[] groupOfSeat;
    final int[] openSlots;
    final int[] openRooms;
    final int[] meetings;
    final int[] contacts;
    final ReliefSeats reliefs;
    private final IdleReliefs idleReliefs;
    final int[] openMembers;
    final int[][] membersOfGrouping;
    final long[] startOfSeat;
    final long[] endOfSeat;
    final OpenLessonSeats lessons;
    final WholeGroups wholes;
    final int[] fillable;
    final ClashGraph clashes;
    final int[] exchangeable;
    private final DutyDistance[] distances;

    /** Indexes the open decisions of a blueprint without knowing which sessions clash. */
    public OpenDecisionIndex(Blueprint blueprint, Set<MoveKind> without) {
        this(blueprint, without, new ClashGraph(new int[0], blueprint.sessions().size()));
    }

    /**
     * Indexes the open decisions of a blueprint.
     *
     * @param blueprint the indexed problem
     * @param without disabled move families
     * @param clashes which sessions cannot be held at the same time
     */
    public OpenDecisionIndex(Blueprint blueprint, Set<MoveKind> without, ClashGraph clashes) {
        this.blueprint = blueprint;
        this.clashes = clashes;
        this.decisions = blueprint.decisions();
        this.distances = blueprint.staff().stream()
                .map(person -> DutyDistance.of(EffectiveWorkRules.of(person, blueprint)))
                .toArray(DutyDistance[]::new);
        this.wholes = new WholeGroups(blueprint);
        this.exchangeable = Arrays.stream(clashes.sessions())
                .filter(s -> decisions.isOpen(decisions.slot(s)) && clashes.degree(s) > 0)
                .toArray();
        int seats = blueprint.seats().size();
        this.fillable = IntStream.range(0, seats)
                .filter(k -> decisions.isOpen(decisions.seat(k)))
                .toArray();
        this.openSeats = Arrays.stream(fillable).filter(k -> !isOfWholeGroup(k)).toArray();
        this.seatsWithChoice = Arrays.stream(openSeats)
                .filter(k -> decisions.range(decisions.seat(k)).length > 1)
                .toArray();
        this.dayOfSeat = new int[seats];
        this.alikeSeats = numberAlikeSeats();
        this.startOfSeat = new long[seats];
        this.endOfSeat = new long[seats];
        this.seatsOfDay = seatsByDay();
        this.exclusionOfSeat = exclusionsBySeat();
        this.requiredSeats =
                Arrays.stream(openSeats).filter(this::isRequiredOnADay).toArray();
        this.stretches = blueprint.neighbourhoods().stream()
                .map(Blueprint.NumberedNeighbourhood::seats)
                .filter(some -> some.length > 1 && dayOfSeat[some[0]] >= 0)
                .toArray(int[][]::new);
        this.guestSets = blueprint.neighbourhoods().stream()
                .map(bundle -> Arrays.stream(bundle.guests())
                        .filter(guest -> decisions.isOpen(decisions.slot(guest)))
                        .toArray())
                .filter(some -> some.length > 1)
                .toArray(int[][]::new);
        this.guestsOfHost = guestsByHost();
        this.groupOfSeat = new int[seats];
        this.seatsOfGroup = seatsByGroup();
        this.openSlots = Arrays.stream(openSessions(true))
                .filter(s -> wholes.wholeOfSession[s] == WholeGroups.NONE)
                .toArray();
        this.openRooms = Arrays.stream(openSessions(false))
                .filter(s -> wholes.wholeOfSession[s] == WholeGroups.NONE)
                .filter(s -> decisions.range(decisions.room(s)).length > 1)
                .toArray();
        this.meetings = Arrays.stream(openSlots)
                .filter(s -> !blueprint.isGuest(s) && blueprint.seatsOf()[s].length > 0)
                .toArray();
        this.contacts = Arrays.stream(openSeats)
                .filter(k -> Arrays.stream(blueprint.sessionsOf()[k]).anyMatch(s -> !blueprint.isSettled(s)))
                .filter(k -> decisions.range(decisions.seat(k)).length > 1)
                .toArray();
        this.lessons = OpenLessonSeats.of(blueprint);
        this.reliefs = new ReliefSeats(blueprint);
        this.idleReliefs = new IdleReliefs(blueprint);
        this.openMembers = IntStream.range(0, blueprint.memberships().size())
                .filter(m -> decisions.isOpen(decisions.member(m)))
                .filter(m -> !wholes.groupings.contains(
                        blueprint.memberships().get(m).grouping()))
                .toArray();
        this.membersOfGrouping = membersByGrouping();
        this.kinds = possibleKinds(without);
    }

    /** Returns the number of the exclusion on one date to which each seat's session belongs; the first one if there are several. */
    private int[] exclusionsBySeat() {
        Map<SessionId, Integer> numbers = new HashMap<>();
        int next = 0;
        for (var demand : blueprint.demands()) {
            for (var exclusion : demand.exclusions()) {
                if (exclusion.kind() == ExclusiveSessions.Kind.SAME_PERSON_AND_DATE
                        && exclusion.level() == Level.HARD) {
                    int number = next++;
                    exclusion.sessions().forEach(session -> numbers.putIfAbsent(session, number));
                }
            }
        }
        return blueprint.seats().stream()
                .mapToInt(seat -> numbers.getOrDefault(seat.sessions().getFirst(), NO_EXCLUSION))
                .toArray();
    }

    /** Returns a number for each seat; seats of one session with the same role and candidates have the same number. */
    private int[] numberAlikeSeats() {
        Map<List<Object>, Integer> numbers = new HashMap<>();
        return blueprint.seats().stream()
                .mapToInt(seat -> numbers.computeIfAbsent(
                        List.of(seat.sessions(), seat.role(), seat.required(), seat.candidates()),
                        fresh -> numbers.size()))
                .toArray();
    }

    /** Whether a seat of a session at a fixed time must be filled and has candidates; not so seats that only free somebody from a lesson. */
    private boolean isRequiredOnADay(int seat) {
        return blueprint.seats().get(seat).required()
                && dayOfSeat[seat] >= 0
                && decisions.range(decisions.seat(seat)).length > 0
                && blueprint.sessions().get(blueprint.sessionsOf()[seat][0]).relief() == null;
    }

    /** Whether a seat belongs to a group that is planned as a whole. */
    private boolean isOfWholeGroup(int seat) {
        return Arrays.stream(blueprint.sessionsOf()[seat])
                .anyMatch(session -> wholes.wholeOfSession[session] != WholeGroups.NONE);
    }

    /**
     * Whether a person can hardly hold both seats: they overlap, the rest between them is too short and their span too
     * long, they are too far apart for a day or too close for two dates, or they exclude each other on one date. An estimate from the person's rules,
     * without those about lessons; the rules decide.
     */
    boolean areTooClose(int person, int one, int other) {
        if (exclusionOfSeat[one] != NO_EXCLUSION
                && exclusionOfSeat[one] == exclusionOfSeat[other]
                && dayOfSeat[one] == dayOfSeat[other]) {
            return true;
        }
        long pause = Math.max(startOfSeat[one], startOfSeat[other]) - Math.min(endOfSeat[one], endOfSeat[other]);
        long span = Math.max(endOfSeat[one], endOfSeat[other]) - Math.min(startOfSeat[one], startOfSeat[other]);
        return distances[person].isTooClose(pause, span, dayOfSeat[one] == dayOfSeat[other]);
    }

    /** Returns which sessions cannot be held at the same time. */
    public ClashGraph clashes() {
        return clashes;
    }

    /** Returns the open seats that relieve somebody of a lesson. */
    public IdleReliefs idleReliefs() {
        return idleReliefs;
    }

    /** Whether any kind of move is possible. */
    public boolean hasMoves() {
        return !kinds.isEmpty();
    }

    private int[] openSessions(boolean slots) {
        return IntStream.range(0, blueprint.sessions().size())
                .filter(s -> decisions.isOpen(slots ? decisions.slot(s) : decisions.room(s)))
                .toArray();
    }

    /**
     * Returns the seats of each day, open or not. Seats with several sessions or weeks, or with variable times, belong
     * to no day.
     */
    private int[][] seatsByDay() {
        Map<Integer, List<Integer>> days = new TreeMap<>();
        for (int k = 0; k < dayOfSeat.length; k++) {
            int[] sessions = blueprint.sessionsOf()[k];
            boolean settled = sessions.length == 1
                    && blueprint.times().get(sessions[0]).size() == 1
                    && blueprint.spots().of()[sessions[0]][0].length == 1;
            dayOfSeat[k] = -1;
            if (settled) {
                int spot = blueprint.spots().of()[sessions[0]][0][0];
                startOfSeat[k] = blueprint.spots().start()[spot];
                endOfSeat[k] = blueprint.spots().end()[spot];
                List<Integer> ofDay = days.computeIfAbsent(blueprint.spots().day()[spot], fresh -> new ArrayList<>());
                ofDay.add(k);
            }
        }
        int[][] lists = days.values().stream().map(OpenDecisionIndex::array).toArray(int[][]::new);
        for (int day = 0; day < lists.length; day++) {
            for (int k : lists[day]) {
                dayOfSeat[k] = day;
            }
        }
        return lists;
    }

    private int[][] seatsByGroup() {
        Map<Object, List<Integer>> groups = new HashMap<>();
        var order = new ArrayList<List<Integer>>();
        for (int k = 0; k < dayOfSeat.length; k++) {
            if (dayOfSeat[k] >= 0) {
                var session = blueprint.sessions().get(blueprint.sessionsOf()[k][0]);
                groups.computeIfAbsent(session.groups(), fresh -> {
                            var list = new ArrayList<Integer>();
                            order.add(list);
                            return list;
                        })
                        .add(k);
            }
        }
        int[][] lists = order.stream().map(OpenDecisionIndex::array).toArray(int[][]::new);
        for (int group = 0; group < lists.length; group++) {
            for (int k : lists[group]) {
                groupOfSeat[k] = group;
            }
        }
        return lists;
    }

    private int[][] guestsByHost() {
        List<List<Integer>> guests = new ArrayList<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            guests.add(new ArrayList<>());
        }
        for (int guest = 0; guest < guests.size(); guest++) {
            if (blueprint.isGuest(guest)) {
                for (int host : blueprint.hosts()[guest]) {
                    guests.get(host).add(guest);
                }
            }
        }
        return guests.stream().map(OpenDecisionIndex::array).toArray(int[][]::new);
    }

    private int[][] membersByGrouping() {
        Map<Object, List<Integer>> groupings = new HashMap<>();
        var order = new ArrayList<List<Integer>>();
        for (int m : openMembers) {
            groupings
                    .computeIfAbsent(blueprint.memberships().get(m).grouping(), fresh -> {
                        var list = new ArrayList<Integer>();
                        order.add(list);
                        return list;
                    })
                    .add(m);
        }
        return order.stream()
                .filter(list -> list.size() > 1)
                .map(OpenDecisionIndex::array)
                .toArray(int[][]::new);
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private Set<MoveKind> possibleKinds(Set<MoveKind> without) {
        Set<MoveKind> possible = EnumSet.noneOf(MoveKind.class);
        if (openSeats.length > 0) {
            possible.add(MoveKind.CHANGE_PERSON);
        }
        if (openSeats.length > 0 && seatsOfDay.length > 0) {
            possible.add(MoveKind.TAKE_WITH_REST);
        }
        if (requiredSeats.length > 0) {
            possible.add(MoveKind.PASS_SEATS_ON);
        }
        if (seatsWithChoice.length > 0) {
            possible.add(MoveKind.SWAP_PERSONS);
        }
        if (seatsWithChoice.length > 0 && seatsOfDay.length > 0) {
            possible.addAll(
                    EnumSet.of(MoveKind.REPLACE, MoveKind.CHANGE_PLACES, MoveKind.EXCHANGE_DAYS, MoveKind.CLEAR_DAY));
        }
        if (openSeats.length > 0 && stretches.length > 0) {
            possible.add(MoveKind.TAKE_OVER);
        }
        if (lessons.open().length > 0) {
            possible.addAll(EnumSet.of(MoveKind.MOVE_TO_LESSON, MoveKind.JOIN_LESSON));
        }
        if (lessons.sets().length > 0) {
            possible.add(MoveKind.HAND_OVER_LESSONS);
            if (lessons.sets().length > 1) {
                possible.add(MoveKind.TRADE_CLASSES);
            }
        }
        if (guestSets.length > 0) {
            possible.add(MoveKind.SWAP_SUBJECTS);
        }
        if (openSlots.length > 0) {
            possible.add(MoveKind.CHANGE_TIME);
        }
        if (openRooms.length > 0) {
            possible.add(MoveKind.CHANGE_ROOM);
        }
        if (meetings.length > 0) {
            possible.add(MoveKind.MOVE_MEETING);
        }
        if (meetings.length > 1) {
            possible.add(MoveKind.SWAP_MEETINGS);
        }
        if (exchangeable.length > 1) {
            possible.add(MoveKind.EXCHANGE_TIMES);
        }
        if (exchangeable.length > 1 && openRooms.length > 1) {
            possible.add(MoveKind.EXCHANGE_ROOMS);
        }
        if (contacts.length > 0) {
            possible.add(MoveKind.CHANGE_CONTACT);
        }
        if (openMembers.length > 0) {
            possible.add(MoveKind.CHANGE_GROUP);
        }
        if (membersOfGrouping.length > 0) {
            possible.addAll(EnumSet.of(MoveKind.SWAP_GROUPS, MoveKind.DISSOLVE_GROUPS));
        }
        if (!wholes.isEmpty()) {
            possible.addAll(EnumSet.of(
                    MoveKind.BUILD_GROUP,
                    MoveKind.REBUILD_GROUPS,
                    MoveKind.REPLAN_GROUP,
                    MoveKind.TAKE_PLACE,
                    MoveKind.MOVE_GROUP_SESSION,
                    MoveKind.SWAP_STUDENTS,
                    MoveKind.CHANGE_TUTOR,
                    MoveKind.PASS_PLACES_ON,
                    MoveKind.TURN_GROUP));
        }
        possible.removeAll(without);
        return possible;
    }
}
