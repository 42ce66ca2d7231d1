/** Letting the computer plan: what can't be done, how it gets better, what is left. */
@NullMarked
package dk.grundskema.api.web.app.solving;

import org.jspecify.annotations.NullMarked;
