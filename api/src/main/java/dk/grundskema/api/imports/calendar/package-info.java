/**
 * When there is school: a school year's days, its holidays, and what a municipality or school has otherwise. Pure: knows neither files nor
 * problems; may use {@code domain} alone.
 */
@NullMarked
package dk.grundskema.api.imports.calendar;

import org.jspecify.annotations.NullMarked;
