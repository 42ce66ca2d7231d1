/**
 * The root of everything that is planned: sites, people, rooms, interventions, locks and weights, checked against each other.
 */
@NullMarked
package dk.grundskema.domain.problem;

import org.jspecify.annotations.NullMarked;
