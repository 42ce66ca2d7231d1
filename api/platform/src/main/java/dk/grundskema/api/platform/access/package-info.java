/**
 * What a caller may do: permissions, roles, the check before each operation, and the audit log. An operation without {@link
 * dk.grundskema.api.platform.access.RequiresPermission} stops the start.
 */
@NullMarked
package dk.grundskema.api.platform.access;

import org.jspecify.annotations.NullMarked;
