/**
 * Calendar weeks, wall-clock times and true elapsed minutes. Uses {@code finding} only; everybody may use it.
 */
@NullMarked
package dk.grundskema.domain.time;

import org.jspecify.annotations.NullMarked;
