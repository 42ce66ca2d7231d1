/**
 * Assembles a problem from the content of files: resolves names to people, classes and rooms, and lesson numbers to times, and reports
 * everything that does not fit at its place. Independent of file formats.
 */
@NullMarked
package dk.grundskema.api.imports.assembly;

import org.jspecify.annotations.NullMarked;
