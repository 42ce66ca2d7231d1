/** Archives: a plan with its history as one file, written and read. */
@NullMarked
package dk.grundskema.api.service.archive;

import org.jspecify.annotations.NullMarked;
