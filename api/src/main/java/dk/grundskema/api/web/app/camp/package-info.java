/** The camp guide: what a camp is made of, step by step. */
@NullMarked
package dk.grundskema.api.web.app.camp;

import org.jspecify.annotations.NullMarked;
