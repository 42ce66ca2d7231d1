/**
 * What a finished plan gives of the requirements on its kind of intervention. Requirements come from documents, or from defaults of the product
 * where no document gives a number. Uses the rest of the domain, nothing else.
 */
@NullMarked
package dk.grundskema.domain.fidelity;

import org.jspecify.annotations.NullMarked;
