/**
 * The house as one: reading, checking, planning and telling, with the plugins that this start of the program knows. The command line and
 * the service both work through it, so that they can't come to different answers.
 */
@NullMarked
package dk.grundskema.api.house;

import org.jspecify.annotations.NullMarked;
