/** Pages on which administrators keep accounts, and the page of one's own account. */
@NullMarked
package dk.grundskema.api.service.people;

import org.jspecify.annotations.NullMarked;
