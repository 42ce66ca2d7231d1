/** Changes by hand: workbench, trials, locks and their costs. */
@NullMarked
package dk.grundskema.api.service.edit;

import org.jspecify.annotations.NullMarked;
