/** Import of files that schools have, over REST and by the page of a new plan. */
@NullMarked
package dk.grundskema.api.service.importing;

import org.jspecify.annotations.NullMarked;
