/** The serve, backup and restore commands. */
@NullMarked
package dk.grundskema.api.cli.service;

import org.jspecify.annotations.NullMarked;
