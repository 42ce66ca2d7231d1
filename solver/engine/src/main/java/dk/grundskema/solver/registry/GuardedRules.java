package dk.grundskema.solver.registry;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the functions of rules: an exception names the rule that threw it, and a function of a plugin in a jar that does not return in time is ended with
 * the rule's name.
 */
public final class GuardedRules {
    private GuardedRules() {}

    /** Returns the same rule; an exception of its functions becomes a {@link RuleFailedException}. */
    public static Rule guard(Rule rule) {
        return guarded(rule, null);
    }

    /**
     * Returns the same rule, guarded and watched.
     *
     * @param plugin       the plugin that declares the rule
     * @param intervention the intervention that has it
     */
    static Rule guard(Rule rule, WatchedPlugin plugin, InterventionId intervention) {
        String of = "%s, for the intervention (%s)".formatted(plugin.origin(), intervention);
        return guarded(
                rule,
                new WatchedCall(plugin, (reason, cause) -> new RuleFailedException(rule.type(), of, reason, cause)));
    }

    private static Rule guarded(Rule rule, @Nullable WatchedCall call) {
        return switch (rule) {
            case SumRule sum -> {
                SumRule guarded = guardSum(sum, call);
                yield sum.intervention() == null ? guarded : guarded.ofIntervention(sum.intervention());
            }
            case LocalRule local -> local.withCost(guardCost(local, call));
            case TimelineRule line -> guardTimeline(line, call);
        };
    }

    private static LocalRule.Cost guardCost(LocalRule rule, @Nullable WatchedCall call) {
        LocalRule.Cost cost = rule.cost();
        if (call == null) {
            return (scope, view, charge) -> {
                try {
                    cost.charge(scope, view, charge);
                } catch (RuntimeException e) {
                    throw failure(rule.type(), e);
                }
            };
        }
        return (scope, view, charge) -> run(rule.type(), call, () -> cost.charge(scope, view, charge));
    }

    private static Rule guardTimeline(TimelineRule rule, @Nullable WatchedCall call) {
        TimelineRule.Cost cost = rule.cost();
        if (call == null) {
            return rule.withCost((duties, charge) -> {
                try {
                    cost.charge(duties, charge);
                } catch (RuntimeException e) {
                    throw failure(rule.type(), e);
                }
            });
        }
        Function<Object, DutyVisibility> visibility = rule::visibility;
        return rule.withCost((duties, charge) -> run(rule.type(), call, () -> cost.charge(duties, charge)))
                .withVisibility(owner -> answer(rule.type(), call, () -> visibility.apply(owner)));
    }

    private static SumRule guardSum(SumRule rule, @Nullable WatchedCall call) {
        RuleType type = rule.type();
        SumRule.Builder same = SumRule.sum(type);
        rule.forEachInitialTotal((key, amount) -> same.initialTotal(key, amount));
        rule.seatTerms()
                .forEach(term -> same.overSeats((seat, session, time, holder, entries) ->
                        run(type, call, () -> term.add(seat, session, time, holder, entries))));
        rule.teachingTerms()
                .forEach(term -> same.overTeaching((seat, host, guest, holder, entries) ->
                        run(type, call, () -> term.add(seat, host, guest, holder, entries))));
        rule.placementTerms()
                .forEach(term -> same.overPlacements((session, time, host, entries) ->
                        run(type, call, () -> term.add(session, time, host, entries))));
        rule.roomTerms()
                .forEach(term -> same.overRooms(
                        (session, room, entries) -> run(type, call, () -> term.add(session, room, entries))));
        rule.membershipTerms()
                .forEach(term -> same.overMemberships(
                        (membership, group, entries) -> run(type, call, () -> term.add(membership, group, entries))));
        rule.companionTerms()
                .forEach(term -> same.overCompanions((seat, student, group, holder, entries) ->
                        run(type, call, () -> term.add(seat, student, group, holder, entries))));
        rule.reliefTerms()
                .forEach(term -> same.overReliefs((person, lesson, date, entries) ->
                        run(type, call, () -> term.add(person, lesson, date, entries))));
        if (rule.isOverAllInterventions()) {
            same.overAllInterventions();
        }
        same.figures((key, total) ->
                answer(type, call, () -> List.<Figure>copyOf(rule.figures().of(key, total))));
        SumRule.Cost cost = rule.cost();
        if (call == null) {
            return same.cost((key, total) -> {
                try {
                    return cost.penalty(key, total);
                } catch (RuntimeException e) {
                    throw failure(type, e);
                }
            });
        }
        return same.cost((key, total) -> {
            call.plugin().requireCallable(call);
            ThreadCalls calls = PluginCallWatch.ofThisThread();
            WatchedCall around = calls.enter(call);
            long penalty = 0;
            Throwable thrown = null;
            try {
                penalty = cost.penalty(key, total);
            } catch (Throwable e) { // an error of a plugin must not be taken for one of the program
                thrown = e;
            }
            leave(type, calls, call, around, thrown);
            return penalty;
        });
    }

    private static <T> T answer(RuleType type, @Nullable WatchedCall call, Supplier<T> function) {
        var answer = new AtomicReference<T>();
        run(type, call, () -> answer.set(function.get()));
        return answer.get();
    }

    private static void run(RuleType type, @Nullable WatchedCall call, Runnable function) {
        if (call == null) {
            try {
                function.run();
            } catch (RuntimeException e) {
                throw failure(type, e);
            }
            return;
        }
        call.plugin().requireCallable(call);
        ThreadCalls calls = PluginCallWatch.ofThisThread();
        WatchedCall around = calls.enter(call);
        Throwable thrown = null;
        try {
            function.run();
        } catch (Throwable e) { // an error of a plugin must not be taken for one of the program
            thrown = e;
        }
        leave(type, calls, call, around, thrown);
    }

    private static void leave(
            RuleType type,
            ThreadCalls calls,
            WatchedCall call,
            @Nullable WatchedCall around,
            @Nullable Throwable thrown) {
        if (calls.leave(around)) {
            throw calls.stopped(call, thrown);
        }
        if (thrown instanceof EngineSignal signal) {
            throw signal;
        }
        if (thrown instanceof Error) {
            throw WatchedPlugin.fail(call, thrown);
        }
        if (thrown != null) {
            throw failure(type, thrown);
        }
    }

    private static RuleFailedException failure(RuleType type, Throwable thrown) {
        return thrown instanceof RuleFailedException known ? known : new RuleFailedException(type, thrown);
    }
}
