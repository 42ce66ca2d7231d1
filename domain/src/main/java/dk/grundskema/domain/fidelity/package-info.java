/**
 * What a finished plan gives of what is asked of its kind of intervention: by documents, or by numbers of ours where no document
 * names one. Uses the rest of the domain, nothing else.
 */
@NullMarked
package dk.grundskema.domain.fidelity;

import org.jspecify.annotations.NullMarked;
