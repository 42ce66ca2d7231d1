/** What keeps the service in order for those who run it: its own description, metrics, backups. */
@NullMarked
package dk.grundskema.api.server.operations;

import org.jspecify.annotations.NullMarked;
