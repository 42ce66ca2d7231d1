/** Calendar weeks, wall-clock times and elapsed minutes. Uses {@code finding} only; every package may use it. */
@NullMarked
package dk.grundskema.domain.time;

import org.jspecify.annotations.NullMarked;
