/** Revisions of a plan: undo and redo, comparison, scenarios. */
@NullMarked
package dk.grundskema.api.service.plan.history;

import org.jspecify.annotations.NullMarked;
