/** Personal data: forgetting, retention, the export of what is kept about a person, numbers in place of students' names. */
@NullMarked
package dk.grundskema.api.service.privacy;

import org.jspecify.annotations.NullMarked;
