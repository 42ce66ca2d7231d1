/** Reads text files and the XML of Untis, and saved answers of WebUntis. */
@NullMarked
package dk.grundskema.api.imports.systems.untis;

import org.jspecify.annotations.NullMarked;
