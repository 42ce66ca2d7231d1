/** Finds plugins and refuses bad ones by name. */
@NullMarked
package dk.grundskema.solver.registry;

import org.jspecify.annotations.NullMarked;
