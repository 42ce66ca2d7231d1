/** From the files of a school to a plan, and the lists of a plan. */
@NullMarked
package dk.grundskema.api.web.app.lists;

import org.jspecify.annotations.NullMarked;
