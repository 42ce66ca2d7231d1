/** Plans as a whole: REST operations, shelf, trash, and the commitments of staff to other plans. */
@NullMarked
package dk.grundskema.api.service.plan.lifecycle;

import org.jspecify.annotations.NullMarked;
