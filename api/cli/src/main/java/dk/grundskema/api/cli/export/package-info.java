/** Commands that write sheets, calendars and ledgers. */
@NullMarked
package dk.grundskema.api.cli.export;

import org.jspecify.annotations.NullMarked;
