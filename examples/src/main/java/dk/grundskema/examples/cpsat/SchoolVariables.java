package dk.grundskema.examples.cpsat;

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

/** Who fills which seat, when sessions are held that have a choice, in which further room, and what of it can't be together. */
final class SchoolVariables {
    /**
     * Somebody in a seat at one of its session's times.
     *
     * @param seat    number of the seat
     * @param session its session
     * @param when    the time
     * @param there   whether it is so
     */
    record Duty(int seat, Session session, Occasion when, Literal there) {}

    private record Filled(int seat, int person) {}

    private final SchoolFacts facts;
    private final CpModel model = new CpModel();
    private final Map<Filled, BoolVar> holds = new LinkedHashMap<>();
    private final Map<Session, List<BoolVar>> placed = new LinkedHashMap<>();
    private final Map<Session, Map<RoomId, BoolVar>> rooms = new LinkedHashMap<>();
    private final Map<Integer, List<Duty>> duties = new HashMap<>();
    private final Map<Session, Literal> unplaced = new LinkedHashMap<>();

    SchoolVariables(SchoolFacts facts) {
        this.facts = facts;
        facts.sessions().forEach(this::place);
        for (int seat = 0; seat < facts.seats().size(); seat++) {
            fill(seat);
        }
        for (int person = 0; person < facts.staff().size(); person++) {
            apart(person);
        }
        facts.sessions().stream().filter(one -> !one.rooms().isEmpty()).forEach(this::house);
        roomsApart();
    }

    private void place(Session session) {
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

    private void fill(int number) {
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
            this.holds.put(new Filled(number, person), holds);
            some.add(holds);
            for (int time = 0; time < session.times().size(); time++) {
                there(number, session, time, person, holds);
            }
        }
        model.addAtMostOne(some);
    }

    private void there(int seat, Session session, int time, int person, BoolVar holds) {
        boolean isFree = facts.isFree(person, session.times().get(time));
        Literal there = holds;
        if (!session.isFixedInTime()) {
            BoolVar at = placed(session).get(time);
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
                .add(new Duty(seat, session, Occasion.of(session.times().get(time)), there));
    }

    /** Of all duties that are held at the beginning of one of them, somebody has one. */
    private void apart(int person) {
        List<Duty> all = duties(person);
        for (Duty one : all) {
            List<Literal> together = all.stream()
                    .filter(other -> other.when().overlaps(one.when())
                            && other.when().start() <= one.when().start())
                    .map(Duty::there)
                    .toList();
            if (together.size() > 1) {
                model.addAtMostOne(together);
            }
        }
    }

    private void house(Session session) {
        SchoolFacts.require(session.isFixedInTime(), "rooms of sessions with a choice of times");
        Occasion when = Occasion.of(session.times().getFirst());
        Map<RoomId, BoolVar> in = new LinkedHashMap<>();
        for (RoomId room : session.rooms()) {
            boolean isTaken = facts.problem().lessons().stream()
                    .anyMatch(lesson -> lesson.roomId() != null
                            && (lesson.roomId().equals(room)
                                    || lesson.extraRoomIds().contains(room))
                            && Occasion.of(lesson.time()).overlaps(when));
            if (!isTaken) {
                in.put(room, model.newBoolVar(""));
            }
        }
        model.addAtMostOne(in.values().toArray(Literal[]::new));
        rooms.put(session, in);
    }

    private void roomsApart() {
        rooms.forEach((one, its) -> its.forEach((room, in) -> {
            Occasion when = Occasion.of(one.times().getFirst());
            var together = new ArrayList<Literal>();
            rooms.forEach((other, others) -> {
                Occasion held = Occasion.of(other.times().getFirst());
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

    /** Whether somebody fills a seat; {@code null} means that they can't. */
    @Nullable
    BoolVar holds(int seat, int person) {
        return holds.get(new Filled(seat, person));
    }

    /** Whether a session with a choice of times is held at each of these. */
    List<BoolVar> placed(Session session) {
        return Objects.requireNonNull(placed.get(session));
    }

    /** Whether a session with a choice of times that is required is held at none. */
    Map<Session, Literal> unplaced() {
        return unplaced;
    }

    /** Whether a session is in a room too. */
    Map<RoomId, BoolVar> rooms(Session session) {
        return rooms.getOrDefault(session, Map.of());
    }

    /** Everything that somebody may have to do. */
    List<Duty> duties(int person) {
        return duties.getOrDefault(person, List.of());
    }

    /** How many fill a seat: 0 or 1. */
    LinearExpr filled(int seat) {
        var some = new ArrayList<Literal>();
        for (int person = 0; person < facts.staff().size(); person++) {
            BoolVar holds = holds(seat, person);
            if (holds != null) {
                some.add(holds);
            }
        }
        return LinearExpr.sum(some.toArray(Literal[]::new));
    }
}
