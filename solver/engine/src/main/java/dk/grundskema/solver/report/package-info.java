/**
 * Reports what a finished plan gives of its requirements: those on every plan, and those of each plugin. Uses the independent checker and the
 * plugin contract, but nothing of the search.
 */
@NullMarked
package dk.grundskema.solver.report;

import org.jspecify.annotations.NullMarked;
