/** Personal data: anonymisation, retention, export of the data about a person, numbers in place of students' names. */
@NullMarked
package dk.grundskema.api.service.privacy;

import org.jspecify.annotations.NullMarked;
