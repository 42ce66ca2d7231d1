/** What differs between two plans, in words and for programs: both the command line and the service say it so. */
@NullMarked
package dk.grundskema.api.comparison;

import org.jspecify.annotations.NullMarked;
