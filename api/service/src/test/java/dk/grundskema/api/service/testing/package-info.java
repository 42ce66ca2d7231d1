/** Shared test code that runs the real service over HTTP, on each database. */
@NullMarked
package dk.grundskema.api.service.testing;

import org.jspecify.annotations.NullMarked;
