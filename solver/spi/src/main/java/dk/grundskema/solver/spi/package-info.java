/**
 * The plugin contract of the solver: the demand that a plugin requests, the rules that it declares, the violations that it checks. Plugins import
 * this package and {@code domain}; this package imports {@code domain} only. It does not depend on any plugin or on the engine.
 */
@NullMarked
package dk.grundskema.solver.spi;

import org.jspecify.annotations.NullMarked;
