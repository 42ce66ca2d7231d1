/** Entry point of the import: recognises the format of each file, reads it, assembles a problem from all files and validates it. */
@NullMarked
package dk.grundskema.api.imports;

import org.jspecify.annotations.NullMarked;
