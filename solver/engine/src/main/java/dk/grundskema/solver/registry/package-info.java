/** Loads plugins, and refuses those that violate their contract. */
@NullMarked
package dk.grundskema.solver.registry;

import org.jspecify.annotations.NullMarked;
