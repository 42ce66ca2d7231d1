/** Checks the class files of a plugin's jar before they are loaded. */
@NullMarked
package dk.grundskema.solver.registry.bytecode;

import org.jspecify.annotations.NullMarked;
