/** Commands that check and report on a timetable. */
@NullMarked
package dk.grundskema.api.cli.report;

import org.jspecify.annotations.NullMarked;
