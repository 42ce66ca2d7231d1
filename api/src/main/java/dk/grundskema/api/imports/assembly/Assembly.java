package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Source;

/** Makes a problem of what files hold. */
public final class Assembly {
    private Assembly() {}

    /** The problem of what files hold, or why there is none. */
    public static Assembled of(Source source, AssemblySettings settings) {
        var findings = new FindingList();
        var cast = new Cast(settings.mapping(), settings.ids(), findings);
        cast.takeIn(source);
        var lessons = new Timetabling(settings, cast, findings).lessons(source);
        return new ProblemMaking(settings, cast, findings).of(source, lessons);
    }
}
