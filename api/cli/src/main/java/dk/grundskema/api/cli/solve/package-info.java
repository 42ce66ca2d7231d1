/** The solve command. */
@NullMarked
package dk.grundskema.api.cli.solve;

import org.jspecify.annotations.NullMarked;
