/** Benchmarks of the service from outside. No test depends on them. */
@NullMarked
package dk.grundskema.api.service.benchmark;

import org.jspecify.annotations.NullMarked;
