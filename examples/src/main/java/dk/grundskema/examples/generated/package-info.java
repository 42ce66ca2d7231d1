/** Made-up camps of any size, for measuring and for tests: the same size and seed give the same camp. */
@NullMarked
package dk.grundskema.examples.generated;

import org.jspecify.annotations.NullMarked;
