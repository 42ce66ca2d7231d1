/** Files of other timetable programs and lists of meetings, made of a finished timetable. No student is named in them. */
@NullMarked
package dk.grundskema.api.exports.program;

import org.jspecify.annotations.NullMarked;
