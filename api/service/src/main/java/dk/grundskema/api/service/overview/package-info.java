/** The list of plans, the page of a plan with its next steps, history pages and example plans. */
@NullMarked
package dk.grundskema.api.service.overview;

import org.jspecify.annotations.NullMarked;
