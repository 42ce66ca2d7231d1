/** What every part of the program needs: reading and writing JSON against the shapes of records, results with findings. */
@NullMarked
package dk.grundskema.api.platform;

import org.jspecify.annotations.NullMarked;
