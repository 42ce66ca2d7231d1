/**
 * Content of school files in the files' own words, each with its place. This model is shared by the readers and by the assembly of
 * problems. Independent of files and problems; may use {@code domain} alone.
 */
@NullMarked
package dk.grundskema.api.imports.source;

import org.jspecify.annotations.NullMarked;
