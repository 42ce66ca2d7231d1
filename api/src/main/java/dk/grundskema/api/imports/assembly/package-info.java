/**
 * Makes a problem of what files hold: names become people, classes and rooms, numbers of lessons become times, and whatever doesn't fit is
 * pointed out at its place. Knows no file formats.
 */
@NullMarked
package dk.grundskema.api.imports.assembly;

import org.jspecify.annotations.NullMarked;
