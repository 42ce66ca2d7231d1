package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rules of a plan, compiled: what each decision and value adds to which row, which scopes a decision is part of, whose
 * duties it changes. Made once by {@link RuleCompiler}, never changed, shared by all searches. An <em>entry block</em> is a flat
 * list of pairs row, amount.
 *
 * @param blueprint the problem by numbers
 * @param rules     all rules in order; their places are the rules' numbers
 * @param weights   weight of each rule
 * @param sums      what sums need
 * @param scopes    all scopes of local rules, with their rules' numbers
 * @param watch     which scopes look at what
 * @param lines     what timelines need
 */
public record CompiledRules(
        Blueprint blueprint,
        List<Rule> rules,
        long[] weights,
        Sums sums,
        List<RuledScope> scopes,
        Watch watch,
        Lines lines) {

    /**
     * Rows of sums.
     *
     * @param keys       keys of each row, all of which have its total
     * @param rules      number of each row's rule
     * @param costs      what each row's total costs
     * @param starts     what each row starts from
     * @param named      whether each row counts from the start; a total of 0 costs nothing in others
     * @param entries    for each decision and value the entry block, which may be empty
     * @param seatAt     for each seat, each of its sessions that may move, each choice and person the entry block; a session
     *     that is settled has {@code null}
     * @param teaching   for each seat, each of its sessions, each kind of guest and person the entry block; {@code null} for
     *     a kind that never comes there
     * @param guestKinds for each session its kind of guest, or -1; guests of one kind have the same hosts and subject
     * @param companions what seats add on account of those whom their holders meet alone
     * @param freed      for each number of {@link Relieved} the entry block
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
            Companions companions,
            int[][] freed) {}

    /**
     * What filled seats add on account of groups that single students of their sessions join.
     *
     * @param members for each seat the memberships of those students
     * @param seats   for each membership the seats that look at it
     * @param blocks  entry blocks by seat, place of the membership among the seat's, group and person
     */
    public record Companions(int[][] members, int[][] seats, int[][][][][] blocks) {}

    /**
     * A scope and its rule.
     *
     * @param rule  number of the rule
     * @param cost  its cost
     * @param scope the scope by numbers
     */
    public record RuledScope(int rule, LocalRule.Cost cost, NumberedScope scope) {}

    /**
     * Numbers of the scopes that look at something.
     *
     * @param ofSession    at a session's time, room, guests or seats
     * @param ofGroup      at a group's size
     * @param ofMembership at a membership
     */
    public record Watch(int[][] ofSession, int[][] ofGroup, int[][] ofMembership) {}

    /**
     * Timelines.
     *
     * @param staff          for each staff member what the rules over staff see
     * @param room           for each room what the rules over rooms see
     * @param items          numbers of what comes and goes as one
     * @param students       what students may take part in
     * @param staffFacts     for each staff member the spots of own lessons
     * @param roomFacts      for each room the spots of its lessons
     * @param relieving      for each session whom it frees from a lesson; {@code null} means nobody
     * @param random         a random number for each spot, by which sets of spots are recognised
     * @param days           days from the first to the last of any spot
     * @param weeks          calendar weeks from the first to the last of any spot
     */
    public record Lines(
            Fold[] staff,
            Fold[] room,
            Items items,
            Students students,
            int[][] staffFacts,
            int[][] roomFacts,
            @Nullable Relieved[] relieving,
            long[] random,
            Windows days,
            Windows weeks) {}

    /**
     * Somebody who is freed from a lesson.
     *
     * @param seat   the seat that has to be filled for it
     * @param person who is freed
     * @param spots  for each choice of the session the lesson's spots, none if it isn't held over the whole lesson
     * @param numbers for each of these spots the number of what is freed: the same for all who free the person from it
     */
    public record Relieved(int seat, int person, int[][] spots, int[][] numbers) {}

    /**
     * Rules that look at windows of one length.
     *
     * @param rules   the rules
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
     * The rules over one sort of owner.
     *
     * @param horizon over the whole horizon
     * @param day     over single days
     * @param week    over single calendar weeks
     */
    public record OwnerRules(RuleSet horizon, RuleSet day, RuleSet week) {
        boolean isEmpty() {
            return horizon.isEmpty() && day.isEmpty() && week.isEmpty();
        }
    }

    /**
     * The horizon cut into windows of one length.
     *
     * @param ofSpot for each spot its window, from 0
     * @param starts for each window its first spot, and the number of spots at the end
     */
    public record Windows(int[] ofSpot, int[] starts) {
        int count() {
            return starts.length - 1;
        }
    }
}
