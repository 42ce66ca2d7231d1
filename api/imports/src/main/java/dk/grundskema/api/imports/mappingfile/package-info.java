/**
 * The mapping file: information of a school about its files that the files lack. Independent of readers and problems; may use {@code
 * domain}, {@code api.imports.source} and {@code api.imports.calendar}.
 */
@NullMarked
package dk.grundskema.api.imports.mappingfile;

import org.jspecify.annotations.NullMarked;
