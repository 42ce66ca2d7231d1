/** Parts of the problem of a plan: lists, interventions and findings, over REST and for pages. */
@NullMarked
package dk.grundskema.api.service.plan.problem;

import org.jspecify.annotations.NullMarked;
