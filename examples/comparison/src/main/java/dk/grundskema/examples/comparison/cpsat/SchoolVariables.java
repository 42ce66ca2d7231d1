package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.place.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Variables of a school's model: the holder of each seat, the times of sessions with a choice and their additional rooms, with
 * the constraints that forbid overlaps.
 */
final class SchoolVariables {
    /**
     * A person in a seat at one of its session's times.
     *
     * @param seat    number of the seat
     * @param session its session
     * @param when    the time
     * @param there   literal that is true if the person holds the seat at that time
     */
    record PossibleDuty(int seat, Session session, WeekdayTime when, Literal there) {}

    private record SeatHolder(int seat, int person) {}

    private final SchoolFacts facts;
    private final CpModel model = new CpModel();
    private final Map<SeatHolder, BoolVar> holds = new LinkedHashMap<>();
    private final Map<Session, List<BoolVar>> placed = new LinkedHashMap<>();
    private final Map<Session, Map<RoomId, BoolVar>> rooms = new LinkedHashMap<>();
    private final Map<Integer, List<PossibleDuty>> duties = new HashMap<>();
    private final Map<Session, Literal> unplaced = new LinkedHashMap<>();

    SchoolVariables(SchoolFacts facts) {
        this.facts = facts;
        facts.sessions().forEach(this::addTimes);
        for (int seat = 0; seat < facts.seats().size(); seat++) {
            addHolders(seat);
        }
        for (int person = 0; person < facts.staff().size(); person++) {
            forbidOverlaps(person);
        }
        facts.sessions().stream().filter(one -> !one.rooms().isEmpty()).forEach(this::addRooms);
        forbidRoomOverlaps();
    }

    private void addTimes(Session session) {
        if (session.isFixedInTime()) {
            return;
        }
        var at = new ArrayList<BoolVar>();
        session.times().forEach(any -> at.add(model.newBoolVar("")));
        placed.put(session, at);
        if (session.required()) {
            BoolVar not = model.newBoolVar("");
            unplaced.put(session, not);
            var either = new ArrayList<Literal>(at);
            either.add(not);
            model.addExactlyOne(either);
        } else {
            model.addAtMostOne(at.toArray(Literal[]::new));
        }
    }

    private void addHolders(int number) {
        Seat seat = facts.seats().get(number);
        Session session = facts.sessions().stream()
                .filter(one -> one.id().equals(seat.sessions().getFirst()))
                .findFirst()
                .orElseThrow();
        var some = new ArrayList<Literal>();
        for (int person = 0; person < facts.staff().size(); person++) {
            int who = person;
            if (!seat.candidates().contains(facts.staff().get(person).id())
                    || session.times().stream().noneMatch(time -> facts.isFree(who, time))) {
                continue;
            }
            BoolVar holds = model.newBoolVar("");
            this.holds.put(new SeatHolder(number, person), holds);
            some.add(holds);
            for (int time = 0; time < session.times().size(); time++) {
                addPossibleDuty(number, session, time, person, holds);
            }
        }
        model.addAtMostOne(some);
    }

    private void addPossibleDuty(int seat, Session session, int time, int person, BoolVar holds) {
        boolean isFree = facts.isFree(person, session.times().get(time));
        Literal there = holds;
        if (!session.isFixedInTime()) {
            BoolVar at = timeVariables(session).get(time);
            if (!isFree) {
                model.addBoolOr(new Literal[] {holds.not(), at.not()});
                return;
            }
            there = model.newBoolVar("");
            model.addBoolOr(new Literal[] {holds.not(), at.not(), there});
            model.addImplication(there, holds);
            model.addImplication(there, at);
        }
        duties.computeIfAbsent(person, any -> new ArrayList<>())
                .add(new PossibleDuty(
                        seat, session, WeekdayTime.of(session.times().get(time)), there));
    }

    /** Allows each person at most one of the duties in progress at the start of any duty. */
    private void forbidOverlaps(int person) {
        List<PossibleDuty> all = duties(person);
        for (PossibleDuty one : all) {
            List<Literal> together = all.stream()
                    .filter(other -> other.when().overlaps(one.when())
                            && other.when().start() <= one.when().start())
                    .map(PossibleDuty::there)
                    .toList();
            if (together.size() > 1) {
                model.addAtMostOne(together);
            }
        }
    }

    private void addRooms(Session session) {
        SchoolFacts.requireSupported(session.isFixedInTime(), "rooms of sessions with a choice of times");
        WeekdayTime when = WeekdayTime.of(session.times().getFirst());
        Map<RoomId, BoolVar> in = new LinkedHashMap<>();
        for (RoomId room : session.rooms()) {
            boolean isTaken = facts.problem().lessons().stream()
                    .anyMatch(lesson -> lesson.roomId() != null
                            && (lesson.roomId().equals(room)
                                    || lesson.extraRoomIds().contains(room))
                            && WeekdayTime.of(lesson.time()).overlaps(when));
            if (!isTaken) {
                in.put(room, model.newBoolVar(""));
            }
        }
        model.addAtMostOne(in.values().toArray(Literal[]::new));
        rooms.put(session, in);
    }

    private void forbidRoomOverlaps() {
        rooms.forEach((one, its) -> its.forEach((room, in) -> {
            WeekdayTime when = WeekdayTime.of(one.times().getFirst());
            var together = new ArrayList<Literal>();
            rooms.forEach((other, others) -> {
                WeekdayTime held = WeekdayTime.of(other.times().getFirst());
                BoolVar there = others.get(room);
                if (there != null && held.overlaps(when) && held.start() <= when.start()) {
                    together.add(there);
                }
            });
            if (together.size() > 1) {
                model.addAtMostOne(together);
            }
        }));
    }

    SchoolFacts facts() {
        return facts;
    }

    CpModel model() {
        return model;
    }

    /** Returns the variable that tells whether a person fills a seat; {@code null} means that it is impossible. */
    @Nullable
    BoolVar holderVariable(int seat, int person) {
        return holds.get(new SeatHolder(seat, person));
    }

    /** Returns for each possible time of a session whether it is held then. */
    List<BoolVar> timeVariables(Session session) {
        return Objects.requireNonNull(placed.get(session));
    }

    /** Returns, for required sessions with a choice of times, the literal that is true if the session has no time. */
    Map<Session, Literal> unplaced() {
        return unplaced;
    }

    /** Returns the variables that tell whether a session also uses a room. */
    Map<RoomId, BoolVar> roomVariables(Session session) {
        return rooms.getOrDefault(session, Map.of());
    }

    /** Returns all possible duties of a person. */
    List<PossibleDuty> duties(int person) {
        return duties.getOrDefault(person, List.of());
    }

    /** Returns how many people fill a seat: 0 or 1. */
    LinearExpr countHolders(int seat) {
        var some = new ArrayList<Literal>();
        for (int person = 0; person < facts.staff().size(); person++) {
            BoolVar holds = holderVariable(seat, person);
            if (holds != null) {
                some.add(holds);
            }
        }
        return LinearExpr.sum(some.toArray(Literal[]::new));
    }
}
