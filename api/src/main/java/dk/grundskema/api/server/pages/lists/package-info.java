/** Pages from the files of a school to a plan, and with the lists of a plan. */
@NullMarked
package dk.grundskema.api.server.pages.lists;

import org.jspecify.annotations.NullMarked;
