/** The command line. */
@NullMarked
package dk.grundskema.api.cli;

import org.jspecify.annotations.NullMarked;
