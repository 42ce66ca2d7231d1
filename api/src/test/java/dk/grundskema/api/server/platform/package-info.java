/** Tests of what every room of the service stands on. */
@NullMarked
package dk.grundskema.api.server.platform;

import org.jspecify.annotations.NullMarked;
