/** The fidelity report for people and programs: one view that screen, paper and web print, and one form in JSON. */
@NullMarked
package dk.grundskema.api.fidelity;

import org.jspecify.annotations.NullMarked;
