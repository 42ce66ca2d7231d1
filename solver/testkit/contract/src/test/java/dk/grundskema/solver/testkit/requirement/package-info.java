/**
 * Compares what the bundled plugins' expansions ask for with a second derivation from the same parameters, which their tests contain. Plugins of others do
 * without.
 */
@NullMarked
package dk.grundskema.solver.testkit.requirement;

import org.jspecify.annotations.NullMarked;
