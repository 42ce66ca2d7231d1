/** Benchmarks of the engine. Other programs are in packages of their own. */
@NullMarked
package dk.grundskema.examples;

import org.jspecify.annotations.NullMarked;
