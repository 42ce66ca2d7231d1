/** Why a meeting of a finished plan is as it is, and what could be otherwise. */
@NullMarked
package dk.grundskema.api.planning.explanation;

import org.jspecify.annotations.NullMarked;
