/** The plan store: plans, immutable revisions and the documents that they refer to by content hash. */
@NullMarked
package dk.grundskema.api.service.plan;

import org.jspecify.annotations.NullMarked;
