package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.explain.Evaluation;
import dk.grundskema.solver.explain.Match;
import dk.grundskema.solver.mapping.BlueprintMaker;
import dk.grundskema.solver.mapping.TimetableMaker;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.RuleCompiler;
import java.util.List;
import java.util.Random;

/** A camp with decisions taken by hand, and what its rules charge for them, worked out from scratch. */
final class Bench {
    private final CampPlugin plugin = new CampPlugin();
    private final CampBuilder camp;
    private final Blueprint blueprint;
    private final CompiledRules rules;
    private final int[] values;

    private Bench(CampBuilder camp) {
        this.camp = camp;
        var problem = camp.problem();
        var demand = plugin.expand(camp.camp(), problem);
        blueprint = BlueprintMaker.make(problem, List.of(demand));
        rules = RuleCompiler.compile(blueprint, plugin.rules(camp.camp(), problem, demand));
        values = blueprint.decisions().startValues();
    }

    static Bench of(CampBuilder camp) {
        return new Bench(camp);
    }

    /** Places a guest, such as {@code camp-team-1/2026-W37/danish/1}, into a host; both without the camp's id. */
    Bench place(String guest, String host) {
        int number = session(guest);
        int[] hosts = blueprint.hosts()[number];
        for (int slot = 0; slot < hosts.length; slot++) {
            if (hosts[slot] == session(host)) {
                values[blueprint.decisions().slot(number)] = slot;
                return this;
            }
        }
        throw new AssertionError(guest + " has no host " + host);
    }

    /** Puts a person into a seat, such as {@code camp-team-1/2026-09-07/module-1#0}, without the camp's id. */
    Bench seat(String seat, String person) {
        var id = new SeatId("camp/" + seat);
        int number = blueprint.seats().stream().map(Seat::id).toList().indexOf(id);
        values[blueprint.decisions().seat(number)] = blueprint.index().staff().of(new StaffId(person));
        return this;
    }

    private int session(String id) {
        return blueprint.index().session().of(new SessionId("camp/" + id));
    }

    /** Takes each open decision at random, now and then not at all. */
    Bench shuffle(long seed) {
        var random = new Random(seed);
        Decisions decisions = blueprint.decisions();
        for (int decision = 0; decision < decisions.count(); decision++) {
            int[] range = decisions.range(decision);
            if (decisions.isOpen(decision)) {
                boolean none = range.length == 0 || random.nextInt(5) == 0;
                values[decision] = none ? Decisions.NONE : range[random.nextInt(range.length)];
            }
        }
        separateGuests();
        return this;
    }

    /** Two guests in one module can't be seen in a timetable, so all but the first go out again. */
    private void separateGuests() {
        var taken = new java.util.HashSet<Integer>();
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            int slot = blueprint.decisions().slot(session);
            if (blueprint.isGuest(session)
                    && values[slot] != Decisions.NONE
                    && !taken.add(blueprint.host(session, values[slot]))) {
                values[slot] = Decisions.NONE;
            }
        }
    }

    /** What a rule charges altogether. */
    long cost(String rule) {
        return matches(rule).stream().mapToLong(Match::amount).sum();
    }

    /** Where a rule charges: the arguments of each match. */
    List<List<Object>> places(String rule) {
        return matches(rule).stream().map(Match::arguments).toList();
    }

    private List<Match> matches(String rule) {
        return all().stream().filter(match -> match.type().id().equals(rule)).toList();
    }

    List<Match> all() {
        return Evaluation.of(rules, values).matches();
    }

    Timetable timetable() {
        var maker = new TimetableMaker(blueprint);
        var evaluation = Evaluation.of(rules, values);
        return maker.make(maker.inOrder(values), "0", 0, evaluation.score(), evaluation.results());
    }

    List<Fault> check(Timetable timetable) {
        return plugin.check(camp.camp(), camp.problem(), timetable);
    }
}
