/** Runs the real service over HTTP in tests, on each of the databases, and what tests share. */
@NullMarked
package dk.grundskema.api.service.testing;

import org.jspecify.annotations.NullMarked;
