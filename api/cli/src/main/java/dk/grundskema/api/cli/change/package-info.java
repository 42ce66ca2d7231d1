/** The change command. */
@NullMarked
package dk.grundskema.api.cli.change;

import org.jspecify.annotations.NullMarked;
