/** What the plan gives of what is asked, who gets how much of what, and what came of each meeting. */
@NullMarked
package dk.grundskema.api.web.app.fidelity;

import org.jspecify.annotations.NullMarked;
