/** The pages of who may what, and of one's own account. */
@NullMarked
package dk.grundskema.api.server.pages.people;

import org.jspecify.annotations.NullMarked;
