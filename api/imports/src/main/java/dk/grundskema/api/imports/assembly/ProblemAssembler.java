package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SourceData;

/** Assembles a problem from the content of files. */
public final class ProblemAssembler {
    private ProblemAssembler() {}

    /** Returns the problem, or why there is none. */
    public static AssemblyResult assemble(SourceData source, AssemblySettings settings) {
        var findings = new FileFindingList();
        var entities = new EntityRegistry(settings.mapping(), settings.ids(), findings);
        entities.registerAll(source);
        var lessons = new BaseTimetableBuilder(settings, entities, findings).createLessons(source);
        return new ImportedProblemBuilder(settings, entities, findings).build(source, lessons);
    }
}
