/** How much everybody works and rests. */
@NullMarked
package dk.grundskema.api.web.app.loads;

import org.jspecify.annotations.NullMarked;
