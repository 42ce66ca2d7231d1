package dk.grundskema.solver.score;

import dk.grundskema.solver.score.CompiledRules.OwnerRules;

/**
 * All possible duties of one person or room, divided into independent segments of time; identical segments are merged.
 * Built once by {@link OwnerSegmentsCompiler}, immutable, shared by all searches.
 *
 * @param rest rules that must see all duties at once
 * @param localItems for each item (see {@link DutyItems}) the owner's own number of it, or -1 where the owner never has
 * it
 * @param items number of items that the owner may have
 * @param facts the owner's own numbers of items that are present from the start
 * @param segments the segments
 * @param ofItem for each of the owner's items pairs: a segment that contains it, and its place there
 */
record OwnerSegments(OwnerRules rest, int[] localItems, int items, int[] facts, Segment[] segments, int[][] ofItem) {

    /**
     * A stretch of time whose duties may affect each other.
     *
     * @param spots possible duties in order: the spots of one of the identical stretches, which represents all of them
     * @param items for each spot the owner's own number of its item, or -1 for a lesson, which is always there
     * @param times number of identical stretches
     * @param rules positions of the rules that look at it, among all rules
     */
    record Segment(int[] spots, int[] items, int times, int[] rules) {}
}
