/**
 * What a plugin sees of the solver: the demand it asks for, the rules it declares, the faults it re-derives. Plugins import
 * this and {@code domain}; this imports {@code domain}. Nothing here knows any plugin, nor the engine underneath.
 */
@NullMarked
package dk.grundskema.solver.spi;

import org.jspecify.annotations.NullMarked;
