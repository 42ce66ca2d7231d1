/**
 * The front door of files that schools have: recognises each, has it read, has a problem made of all, and makes sure that it is one.
 */
@NullMarked
package dk.grundskema.api.imports;

import org.jspecify.annotations.NullMarked;
