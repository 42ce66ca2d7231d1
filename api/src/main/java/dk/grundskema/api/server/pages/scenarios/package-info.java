/** The page with plans that belong together. */
@NullMarked
package dk.grundskema.api.server.pages.scenarios;

import org.jspecify.annotations.NullMarked;
