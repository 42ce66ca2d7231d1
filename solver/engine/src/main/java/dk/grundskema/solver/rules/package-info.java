/** The rules that every plan needs, declared, by theme. */
@NullMarked
package dk.grundskema.solver.rules;

import org.jspecify.annotations.NullMarked;
