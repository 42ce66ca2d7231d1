/** Publications of a plan: drafts, previews, links and what changed for each person. */
@NullMarked
package dk.grundskema.api.service.publish;

import org.jspecify.annotations.NullMarked;
