package dk.grundskema.solver.score;

import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule;

/** The same rules, but one that throws is named. */
final class GuardedRules {
    private GuardedRules() {}

    static Rule guarded(Rule rule) {
        return switch (rule) {
            case SumRule sum -> guarded(sum);
            case LocalRule local -> guarded(local);
            case TimelineRule line -> guarded(line);
        };
    }

    private static Rule guarded(LocalRule rule) {
        LocalRule.Cost cost = rule.cost();
        return LocalRule.local(rule.type(), rule.scopes(), (scope, view, charge) -> {
            try {
                cost.of(scope, view, charge);
            } catch (RuntimeException e) {
                throw new RuleFailedException(rule.type(), e);
            }
        });
    }

    private static Rule guarded(TimelineRule rule) {
        TimelineRule.Cost cost = rule.cost();
        return rule.charging((duties, charge) -> {
            try {
                cost.of(duties, charge);
            } catch (RuntimeException e) {
                throw new RuleFailedException(rule.type(), e);
            }
        });
    }

    private static Rule guarded(SumRule rule) {
        RuleType type = rule.type();
        SumRule.Builder same = SumRule.sum(type);
        rule.forEachStart((key, amount) -> same.startingFrom(key, amount));
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
        rule.freedTerms()
                .forEach(term -> same.overFreed(
                        (person, lesson, date, entries) -> guard(type, () -> term.add(person, lesson, date, entries))));
        SumRule.Cost cost = rule.cost();
        return same.cost((key, total) -> {
            try {
                return cost.of(key, total);
            } catch (RuntimeException e) {
                throw new RuleFailedException(type, e);
            }
        });
    }

    /** For what is called while compiling and explaining only. */
    private static void guard(RuleType type, Runnable term) {
        try {
            term.run();
        } catch (RuntimeException e) {
            throw new RuleFailedException(type, e);
        }
    }
}
