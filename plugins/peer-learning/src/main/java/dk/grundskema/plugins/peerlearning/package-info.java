/** Peer learning: pairs of students who learn from each other, inside ordinary lessons or outside. */
@NullMarked
package dk.grundskema.plugins.peerlearning;

import org.jspecify.annotations.NullMarked;
