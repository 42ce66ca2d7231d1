/** Absences of staff and students, repairs after them, deliveries and attendance. */
@NullMarked
package dk.grundskema.api.service.absence;

import org.jspecify.annotations.NullMarked;
