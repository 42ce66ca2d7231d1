/** What planners publish, the links by which people follow it without signing in, and what each of their feeds says after all publications. */
@NullMarked
package dk.grundskema.api.server.publishing;

import org.jspecify.annotations.NullMarked;
