/**
 * The mapping file: what a school says about its files that stands in none of them. Knows neither readers nor problems; may use {@code domain},
 * {@code api.imports.source} and {@code api.imports.calendar}.
 */
@NullMarked
package dk.grundskema.api.imports.mapping;

import org.jspecify.annotations.NullMarked;
