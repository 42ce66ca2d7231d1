/** Who may what: an organisation's people, what was done about them, and one's own account. */
@NullMarked
package dk.grundskema.api.web.app.people;

import org.jspecify.annotations.NullMarked;
