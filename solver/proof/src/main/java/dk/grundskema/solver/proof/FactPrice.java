package dk.grundskema.solver.proof;

/**
 * What it costs to give up a fact.
 *
 * @param estimate points for giving it up, about; more than 0
 * @param perUnit  points for each unit begun by which it is exceeded; 0 means that the extent costs nothing
 * @param unit     a unit, in the unit of the formula's amounts and sums (minutes), at least 1
 */
record FactPrice(long estimate, long perUnit, long unit) {
    static FactPrice ofFact(long points) {
        return new FactPrice(points, 0, 1);
    }

    long units(long amount) {
        return Math.ceilDiv(amount, unit);
    }
}
