/** The replan command. */
@NullMarked
package dk.grundskema.api.cli.replan;

import org.jspecify.annotations.NullMarked;
