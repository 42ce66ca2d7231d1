package dk.grundskema.solver.score;

import dk.grundskema.solver.registry.RuleFailedException;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.List;

/** Wraps rules so that an exception names the rule that threw it. */
final class RuleExceptionWrapper {
    private RuleExceptionWrapper() {}

    static Rule guardRule(Rule rule) {
        return switch (rule) {
            case SumRule sum -> guardRule(sum);
            case LocalRule local -> guardRule(local);
            case TimelineRule line -> guardRule(line);
        };
    }

    private static Rule guardRule(LocalRule rule) {
        LocalRule.Cost cost = rule.cost();
        return rule.withCost((scope, view, charge) -> {
            try {
                cost.charge(scope, view, charge);
            } catch (RuntimeException e) {
                throw new RuleFailedException(rule.type(), e);
            }
        });
    }

    private static Rule guardRule(TimelineRule rule) {
        TimelineRule.Cost cost = rule.cost();
        return rule.withCost((duties, charge) -> {
            try {
                cost.charge(duties, charge);
            } catch (RuntimeException e) {
                throw new RuleFailedException(rule.type(), e);
            }
        });
    }

    private static Rule guardRule(SumRule rule) {
        RuleType type = rule.type();
        SumRule.Builder same = SumRule.sum(type);
        rule.forEachInitialTotal((key, amount) -> same.initialTotal(key, amount));
        rule.seatTerms()
                .forEach(term -> same.overSeats((seat, session, time, holder, entries) ->
                        guard(type, () -> term.add(seat, session, time, holder, entries))));
        rule.teachingTerms()
                .forEach(term -> same.overTeaching((seat, host, guest, holder, entries) ->
                        guard(type, () -> term.add(seat, host, guest, holder, entries))));
        rule.placementTerms()
                .forEach(term -> same.overPlacements(
                        (session, time, host, entries) -> guard(type, () -> term.add(session, time, host, entries))));
        rule.roomTerms()
                .forEach(term -> same.overRooms(
                        (session, room, entries) -> guard(type, () -> term.add(session, room, entries))));
        rule.membershipTerms()
                .forEach(term -> same.overMemberships(
                        (membership, group, entries) -> guard(type, () -> term.add(membership, group, entries))));
        rule.companionTerms()
                .forEach(term -> same.overCompanions((seat, student, group, holder, entries) ->
                        guard(type, () -> term.add(seat, student, group, holder, entries))));
        rule.reliefTerms()
                .forEach(term -> same.overReliefs(
                        (person, lesson, date, entries) -> guard(type, () -> term.add(person, lesson, date, entries))));
        same.figures((key, total) -> {
            try {
                return List.copyOf(rule.figures().of(key, total));
            } catch (RuntimeException e) {
                throw new RuleFailedException(type, e);
            }
        });
        SumRule.Cost cost = rule.cost();
        return same.cost((key, total) -> {
            try {
                return cost.penalty(key, total);
            } catch (RuntimeException e) {
                throw new RuleFailedException(type, e);
            }
        });
    }

    /** For terms that are only called while compiling and explaining. */
    private static void guard(RuleType type, Runnable term) {
        try {
            term.run();
        } catch (RuntimeException e) {
            throw new RuleFailedException(type, e);
        }
    }
}
