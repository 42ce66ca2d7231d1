/** What sheets with a finished plan make of a plan, cell by cell, and what that breaks. */
@NullMarked
package dk.grundskema.api.planning.plansheet;

import org.jspecify.annotations.NullMarked;
