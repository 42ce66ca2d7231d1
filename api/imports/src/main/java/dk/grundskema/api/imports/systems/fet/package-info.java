/** Reads files of FET. */
@NullMarked
package dk.grundskema.api.imports.systems.fet;

import org.jspecify.annotations.NullMarked;
