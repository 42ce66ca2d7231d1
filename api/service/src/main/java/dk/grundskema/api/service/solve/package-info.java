/** Solves as jobs of the database: queue, worker, results, listeners, pre-check, and the page for them. */
@NullMarked
package dk.grundskema.api.service.solve;

import org.jspecify.annotations.NullMarked;
