/** Output of the command line: screen, files, progress. */
@NullMarked
package dk.grundskema.api.cli.output;

import org.jspecify.annotations.NullMarked;
