/** Absences of staff and students, the seats that they leave vacant, deliveries and attendance. */
@NullMarked
package dk.grundskema.api.service.absence;

import org.jspecify.annotations.NullMarked;
