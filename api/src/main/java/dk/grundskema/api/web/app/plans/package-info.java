/** Somebody's plans, and the page of each. */
@NullMarked
package dk.grundskema.api.web.app.plans;

import org.jspecify.annotations.NullMarked;
