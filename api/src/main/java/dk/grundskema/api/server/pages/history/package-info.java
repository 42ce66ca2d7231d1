/** The pages of what was done to plans. */
@NullMarked
package dk.grundskema.api.server.pages.history;

import org.jspecify.annotations.NullMarked;
