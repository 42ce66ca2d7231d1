/** Backups, metrics and the health of the storage. */
@NullMarked
package dk.grundskema.api.platform.operation;

import org.jspecify.annotations.NullMarked;
