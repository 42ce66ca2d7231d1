package dk.grundskema.solver.score;

import dk.grundskema.solver.score.CompiledRules.OwnerRules;

/**
 * A student's time, cut into segments that have nothing to do with each other, alike ones laid upon each other. Students who have the same
 * lessons and may take part in something at the same times share one. Made once by {@link StudentFoldCompiler}, never changed.
 *
 * @param times    numbers of the times at which the student may take part in something, in ascending order
 * @param places   for each of these times, pairs: a segment in which it lies, and which of the time's spots lies there
 * @param segments what is looked at
 * @param costs    how many costs the segments have together
 * @param alone    numbers of the rules that look at each duty by itself
 * @param rest     rules that have to see everything at once
 */
record StudentFold(int[] times, int[][] places, Segment[] segments, int costs, int[] alone, OwnerRules rest) {
    /**
     * Some time in which duties may lie that can matter together.
     *
     * @param lessons spots of the student's own lessons in one of the alike stretches, which stand for those of all
     * @param times   how many stretches are alike
     * @param rules   numbers of the rules that look at it
     * @param offset  place of the first rule's cost among the costs of all segments
     */
    record Segment(int[] lessons, int times, int[] rules, int offset) {}
}
