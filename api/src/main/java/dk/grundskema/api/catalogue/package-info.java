/** What the program can plan, described for others: the JSON Schema of its formats. */
@NullMarked
package dk.grundskema.api.catalogue;

import org.jspecify.annotations.NullMarked;
