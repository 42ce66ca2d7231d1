/** Links without sign-in: pages and calendar feeds of people, their state and its refreshing. */
@NullMarked
package dk.grundskema.api.service.subscribe;

import org.jspecify.annotations.NullMarked;
