/** Puts the service together and starts it. */
@NullMarked
package dk.grundskema.api.server.start;

import org.jspecify.annotations.NullMarked;
