/** Repairs of a plan in use in words, for screens and for programs alike. */
@NullMarked
package dk.grundskema.api.repair;

import org.jspecify.annotations.NullMarked;
