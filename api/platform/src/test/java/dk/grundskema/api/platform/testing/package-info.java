/** Shared test code: servers on each database, and clients of their REST interface and pages. */
@NullMarked
package dk.grundskema.api.platform.testing;

import org.jspecify.annotations.NullMarked;
