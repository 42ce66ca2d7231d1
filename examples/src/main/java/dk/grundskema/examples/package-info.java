/** The benchmark. What else runs as it is lies in folders of its own. */
@NullMarked
package dk.grundskema.examples;

import org.jspecify.annotations.NullMarked;
