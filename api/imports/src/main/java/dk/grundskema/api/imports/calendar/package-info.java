/** School calendars: a school year's days, its holidays, and local differences. Independent of files and problems; may use {@code domain} alone. */
@NullMarked
package dk.grundskema.api.imports.calendar;

import org.jspecify.annotations.NullMarked;
