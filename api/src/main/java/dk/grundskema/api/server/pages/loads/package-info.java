/** The page with how much everybody works and rests. */
@NullMarked
package dk.grundskema.api.server.pages.loads;

import org.jspecify.annotations.NullMarked;
