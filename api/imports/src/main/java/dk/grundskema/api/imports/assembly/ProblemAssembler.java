package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SourceData;

/** Assembles a problem from the content of files. */
public final class ProblemAssembler {
    private ProblemAssembler() {}

    /** Returns the problem, or why there is none. */
    public static AssemblyResult assemble(SourceData source, AssemblySettings settings) {
        var findings = new FileFindingList();
        var cast = new EntityRegistry(settings.mapping(), settings.ids(), findings);
        cast.registerAll(source);
        var lessons = new BaseTimetableBuilder(settings, cast, findings).createLessons(source);
        return new ImportedProblemBuilder(settings, cast, findings).build(source, lessons);
    }
}
