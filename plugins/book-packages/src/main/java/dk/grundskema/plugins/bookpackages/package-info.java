/** Plugin for book packages: tools for reading and writing, or books for the family, sent home or handed out. */
@NullMarked
package dk.grundskema.plugins.bookpackages;

import org.jspecify.annotations.NullMarked;
