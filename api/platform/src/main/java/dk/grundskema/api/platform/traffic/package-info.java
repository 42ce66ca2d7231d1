/** Limits of size, rate and time, compression and repeated requests: filters and valves in front of all operations. */
@NullMarked
package dk.grundskema.api.platform.traffic;

import org.jspecify.annotations.NullMarked;
