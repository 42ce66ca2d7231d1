/** Finished plans from spreadsheets: what they make of a plan, cell by cell, and keeping that. */
@NullMarked
package dk.grundskema.api.service.plansheet;

import org.jspecify.annotations.NullMarked;
