/** JSON text to and from records: parser, record mapping, canonical text, numbers, dates and times. */
@NullMarked
package dk.grundskema.api.documents.json;

import org.jspecify.annotations.NullMarked;
