/** What this installation knows to plan, over REST: intervention types with their parameters and rules, and the forms of files. */
@NullMarked
package dk.grundskema.api.server.catalogue;

import org.jspecify.annotations.NullMarked;
