/**
 * What a finished plan gives of what is asked of it: the asks of every plan, and each plugin's. Uses the independent checker and
 * the plugins' contract; nothing of the search.
 */
@NullMarked
package dk.grundskema.solver.report;

import org.jspecify.annotations.NullMarked;
