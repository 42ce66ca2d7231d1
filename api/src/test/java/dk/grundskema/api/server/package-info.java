/** How tests run the service: the real one, over HTTP, on each of the databases. */
@NullMarked
package dk.grundskema.api.server;

import org.jspecify.annotations.NullMarked;
