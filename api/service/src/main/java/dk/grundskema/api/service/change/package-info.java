/** Changes of a plan in use at a moment: preview as a job, keep, discard. */
@NullMarked
package dk.grundskema.api.service.change;

import org.jspecify.annotations.NullMarked;
