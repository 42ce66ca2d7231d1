/** Words of which cells are made: weekdays, times, dates, weeks, numbers. Pure functions of a text; knows neither files nor findings. */
@NullMarked
package dk.grundskema.api.imports.table.words;

import org.jspecify.annotations.NullMarked;
