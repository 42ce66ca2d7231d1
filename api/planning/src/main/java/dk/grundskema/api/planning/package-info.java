/** Use cases that the command line and the service share: read, validate, solve, check, import and export with the plugins of this installation. */
@NullMarked
package dk.grundskema.api.planning;

import org.jspecify.annotations.NullMarked;
