/**
 * What the readers of timetable programs share: files of limited size, XML as a tree, times and weekdays as programs write them, and the builder of what
 * a file says. It knows no program.
 */
@NullMarked
package dk.grundskema.api.imports.systems.file;

import org.jspecify.annotations.NullMarked;
