/** Sheets and calendars of a plan as people get them: the command line writes them into folders, the service sends them. */
@NullMarked
package dk.grundskema.api.papers;

import org.jspecify.annotations.NullMarked;
