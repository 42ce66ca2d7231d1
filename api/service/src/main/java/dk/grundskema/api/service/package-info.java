/**
 * The service: REST and pages on plans that are kept in a database. A package is a feature with its REST controllers, pages, templates, use cases
 * and repositories. Packages depend on each other in one direction; the architecture tests hold that.
 */
@NullMarked
package dk.grundskema.api.service;

import org.jspecify.annotations.NullMarked;
