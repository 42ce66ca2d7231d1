/** The guide that leads a coordinator through the steps of a camp. */
@NullMarked
package dk.grundskema.api.service.campguide;

import org.jspecify.annotations.NullMarked;
