/**
 * What files of schools hold, in the files' own words and each word with its place, before anything is made of it: the common ground of those
 * who read files and of those who make a problem of them. Knows neither files nor problems; may use {@code domain} alone.
 */
@NullMarked
package dk.grundskema.api.imports.source;

import org.jspecify.annotations.NullMarked;
