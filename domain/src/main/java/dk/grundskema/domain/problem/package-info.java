/**
 * The root of the planning input: sites, people, rooms, interventions, locks and weights. {@link dk.grundskema.domain.problem.Problem} is an
 * immutable tree of records that refer to each other by id. Its constructor checks all references, so code that holds a problem can rely on them.
 * Records use natural ids instead of object references, so that a problem can be written to a file, hashed and compared.
 */
@NullMarked
package dk.grundskema.domain.problem;

import org.jspecify.annotations.NullMarked;
