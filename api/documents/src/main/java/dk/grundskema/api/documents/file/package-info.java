/** Files on disk: atomic writing, managed folders, hashes, UTF-8 text, message bundles. */
@NullMarked
package dk.grundskema.api.documents.file;

import org.jspecify.annotations.NullMarked;
