/** What is planned: the interventions of a plan, and the forms that they are typed into. */
@NullMarked
package dk.grundskema.api.web.app.interventions;

import org.jspecify.annotations.NullMarked;
