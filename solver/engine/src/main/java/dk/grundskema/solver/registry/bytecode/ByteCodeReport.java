package dk.grundskema.solver.registry.bytecode;

import java.util.List;

/**
 * What the class files of a jar do that they may not.
 *
 * @param reasons  why the jar cannot be used, in English for its author; empty if it can
 * @param warnings what its author should change, in English
 */
public record ByteCodeReport(List<String> reasons, List<String> warnings) {
    /** Copies the lists. */
    public ByteCodeReport {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
    }
}
