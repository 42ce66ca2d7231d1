/** The OpenAPI document and the catalogue of intervention types. */
@NullMarked
package dk.grundskema.api.service.catalogue;

import org.jspecify.annotations.NullMarked;
