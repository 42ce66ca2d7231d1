/** Commands that write sheets, calendars and files of other programs. */
@NullMarked
package dk.grundskema.api.cli.export;

import org.jspecify.annotations.NullMarked;
