/** Explanations of meetings: why they are as they are, and what would have to change. */
@NullMarked
package dk.grundskema.api.service.explanation;

import org.jspecify.annotations.NullMarked;
