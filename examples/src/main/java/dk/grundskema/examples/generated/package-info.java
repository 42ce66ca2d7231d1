/** Generates problems of any size for measurements and tests. The same size and seed give the same problem. */
@NullMarked
package dk.grundskema.examples.generated;

import org.jspecify.annotations.NullMarked;
