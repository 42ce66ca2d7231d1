package dk.grundskema.solver.score;

import dk.grundskema.solver.score.CompiledRules.OwnerRules;

/**
 * A student's time, divided into independent segments; identical segments are merged. Students with the same lessons
 * and the same possible times share one instance. Built once by {@link StudentSegmentsCompiler}, immutable.
 *
 * @param places where the times lie at which the student may take part in a session
 * @param segments the segments
 * @param costs total number of costs of the segments
 * @param alone numbers of the rules that look at each duty separately
 * @param rest rules that must see all duties at once
 */
record StudentSegments(TimePlaces places, Segment[] segments, int costs, int[] alone, OwnerRules rest) {
    /**
     * A stretch of time whose duties may affect each other.
     *
     * @param lessons spots of the student's own lessons in one of the identical stretches, which represents all of them
     * @param times number of identical stretches
     * @param rules numbers of the rules that look at it
     * @param offset position of the first rule's cost among the costs of all segments
     */
    record Segment(int[] lessons, int times, int[] rules, int offset) {}
}
