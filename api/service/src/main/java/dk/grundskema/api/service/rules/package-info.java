/** Rules and weights of a plan: its page, and what the camp guide shares with it. */
@NullMarked
package dk.grundskema.api.service.rules;

import org.jspecify.annotations.NullMarked;
