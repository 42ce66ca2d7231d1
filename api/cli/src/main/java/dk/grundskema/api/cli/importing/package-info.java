/** The import command and its template. */
@NullMarked
package dk.grundskema.api.cli.importing;

import org.jspecify.annotations.NullMarked;
