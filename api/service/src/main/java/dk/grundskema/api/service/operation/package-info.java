/** Backups, metrics, the OpenAPI document and the catalogue of intervention types. */
@NullMarked
package dk.grundskema.api.service.operation;

import org.jspecify.annotations.NullMarked;
