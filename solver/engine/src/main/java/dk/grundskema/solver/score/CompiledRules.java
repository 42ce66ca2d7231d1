package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rules of a plan in compiled form: what each decision and value adds to which row, which scopes depend on a
 * decision, and which duties it changes. Built once by {@link RuleCompiler}, immutable, shared by all searches. An
 * <em>entry block</em> is a flat list of pairs (row, amount). Rules of three shapes are compiled: sums become rows of
 * totals, local rules become scopes that watch decisions, timeline rules become segments of the duties of each owner.
 *
 * @param blueprint the indexed problem
 * @param rules all rules; their positions are the rules' numbers
 * @param weights weight of each rule
 * @param sums the compiled sums
 * @param scopes all scopes of local rules, with their rules' numbers
 * @param watch which scopes depend on which decisions
 * @param lines the compiled timelines
 */
public record CompiledRules(
        Blueprint blueprint,
        List<Rule> rules,
        long[] weights,
        Sums sums,
        List<RuledScope> scopes,
        ScopeWatchers watch,
        Timelines lines) {
    /** Returns what an evaluation from scratch needs. */
    public ScopedRules scoped() {
        return new ScopedRules(blueprint, rules, weights, scopes);
    }

    /**
     * Rows of sums.
     *
     * @param keys keys of each row, all of which have its total
     * @param rules number of each row's rule
     * @param costs cost function of each row's total
     * @param starts start value of each row
     * @param named whether a total of 0 is charged; in other rows it costs nothing. True for rows that exist from the
     * start
     * @param entries for each decision and value the entry block, which may be empty
     * @param seatAt for each seat, each of its sessions with a variable time, each choice and person the entry block;
     * {@code null} for a session with a fixed time
     * @param teaching for each seat, each of its sessions, each kind of guest and person the entry block; {@code null} for a kind that is never
     *     placed there
     * @param guestKinds for each session its kind of guest, or -1; guests of one kind have the same hosts and subject
     * @param companions amounts that seats add because of students who meet their holders individually
     * @param freed for each number of {@link LessonRelief} the entry block
     */
    public record Sums(
            Object[][] keys,
            int[] rules,
            SumRule.Cost[] costs,
            long[] starts,
            boolean[] named,
            int[][][] entries,
            int[][][][][] seatAt,
            int[][][][][] teaching,
            int[] guestKinds,
            CompanionEntries companions,
            int[][] freed) {}

    /**
     * Amounts that filled seats add because of groups that individually named students of their sessions join.
     *
     * @param members for each seat the memberships of those students
     * @param seats for each membership the seats that depend on it
     * @param blocks entry blocks by seat, place of the membership among the seat's, group and person
     */
    public record CompanionEntries(int[][] members, int[][] seats, int[][][][][] blocks) {}

    /**
     * A scope and its rule.
     *
     * @param rule number of the rule
     * @param cost cost function of the rule
     * @param scope the indexed scope
     */
    public record RuledScope(int rule, LocalRule.Cost cost, NumberedScope scope) {}

    /**
     * Numbers of the scopes that depend on a session, group or membership.
     *
     * @param ofSession on a session's time, room, guests or seats
     * @param ofGroup on a group's size
     * @param ofMembership on a membership
     */
    public record ScopeWatchers(int[][] ofSession, int[][] ofGroup, int[][] ofMembership) {}

    /**
     * The compiled timelines.
     *
     * @param staff for each staff member what the staff rules see
     * @param room for each room what the room rules see
     * @param items numbers of duties that are added and removed as a unit
     * @param students what students may take part in
     * @param staffFacts for each staff member the spots of the person's lessons
     * @param roomFacts for each room the spots of its lessons
     * @param relieving for each session the staff member it frees from a lesson; {@code null} if it frees nobody
     * @param random a random number per spot, used to hash sets of spots
     * @param days days from the first to the last spot
     * @param weeks calendar weeks from the first to the last spot
     */
    public record Timelines(
            OwnerSegments[] staff,
            OwnerSegments[] room,
            DutyItems items,
            StudentParticipation students,
            int[][] staffFacts,
            int[][] roomFacts,
            @Nullable LessonRelief[] relieving,
            long[] random,
            Windows days,
            Windows weeks) {}

    /**
     * A staff member's release from a lesson.
     *
     * @param seat the seat that must be filled for it
     * @param person the staff member who is freed
     * @param spots for each choice of the session the lesson's spots; empty if it does not cover the whole lesson
     * @param numbers for each of these spots the number of the freed lesson, which is the same for all sessions that
     * free the person from it
     */
    public record LessonRelief(int seat, int person, int[][] spots, int[][] numbers) {}

    /**
     * Rules that look at windows of one length.
     *
     * @param rules the rules
     * @param numbers their numbers
     */
    public record RuleSet(List<TimelineRule> rules, int[] numbers) {
        boolean isEmpty() {
            return rules.isEmpty();
        }

        int size() {
            return rules.size();
        }
    }

    /**
     * The rules over one kind of owner.
     *
     * @param horizon over the whole horizon
     * @param day over single days
     * @param week over single calendar weeks
     */
    public record OwnerRules(RuleSet horizon, RuleSet day, RuleSet week) {
        boolean isEmpty() {
            return horizon.isEmpty() && day.isEmpty() && week.isEmpty();
        }
    }

    /**
     * The horizon divided into windows of one length.
     *
     * @param ofSpot window of each spot, from 0
     * @param starts first spot of each window, followed by the number of spots
     */
    public record Windows(int[] ofSpot, int[] starts) {
        int count() {
            return starts.length - 1;
        }
    }
}
