/** The demo command. */
@NullMarked
package dk.grundskema.api.cli.demo;

import org.jspecify.annotations.NullMarked;
