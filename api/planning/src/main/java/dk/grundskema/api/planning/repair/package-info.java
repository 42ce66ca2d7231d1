/** Texts about repairs of a plan in use. */
@NullMarked
package dk.grundskema.api.planning.repair;

import org.jspecify.annotations.NullMarked;
