/** Tests of what keeps the service in order. */
@NullMarked
package dk.grundskema.api.server.operations;

import org.jspecify.annotations.NullMarked;
