/** Problem files: the reader returns a problem or all findings at once. */
@NullMarked
package dk.grundskema.api.documents.problem;

import org.jspecify.annotations.NullMarked;
