/** Mails to those of the staff whose next two weeks a publication changes: who gets one, what it says, that it is sent once, and how people choose to have none. */
@NullMarked
package dk.grundskema.api.server.notices;

import org.jspecify.annotations.NullMarked;
