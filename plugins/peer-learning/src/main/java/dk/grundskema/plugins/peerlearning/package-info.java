/** Plugin for peer learning: pairs of students who learn from each other, inside or outside ordinary lessons. */
@NullMarked
package dk.grundskema.plugins.peerlearning;

import org.jspecify.annotations.NullMarked;
