/** Mails to staff whose next two weeks a publication changes: recipients, texts, sending, and the choice to get none. */
@NullMarked
package dk.grundskema.api.service.notice;

import org.jspecify.annotations.NullMarked;
