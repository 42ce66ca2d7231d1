/** What was done to a plan, and what differs between its states. */
@NullMarked
package dk.grundskema.api.web.app.history;

import org.jspecify.annotations.NullMarked;
