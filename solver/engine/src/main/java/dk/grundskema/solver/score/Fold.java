package dk.grundskema.solver.score;

import dk.grundskema.solver.score.CompiledRules.OwnerRules;

/**
 * All that one person or room may ever be busy with, cut into segments of time that have nothing to do with each other, alike ones laid
 * upon each other. Made once by {@link FoldCompiler}, never changed, shared by all searches.
 *
 * @param rest       rules that have to see everything at once
 * @param localItems for each item the owner's own number of it, or -1 where the owner never has it. An item is what comes and goes as one: a
 *     session at one of its choices, in all its weeks, or a lesson of one week that somebody else may take
 * @param items      how many items the owner may have
 * @param facts      the owner's own numbers of items that are there from the start
 * @param segments   what is looked at
 * @param ofItem     for each of the owner's items pairs: a segment that it is in, and its place there
 */
record Fold(OwnerRules rest, int[] localItems, int items, int[] facts, Segment[] segments, int[][] ofItem) {

    /**
     * Some time in which duties may lie that can matter together.
     *
     * @param spots what may be held then, in order: spots of one of the alike stretches, which stand for those of all
     * @param items for each spot the owner's own number of its item, or -1 for a lesson, which is always there
     * @param times how many stretches are alike
     * @param rules places of the rules that look at it, among all rules
     */
    record Segment(int[] spots, int[] items, int times, int[] rules) {}
}
