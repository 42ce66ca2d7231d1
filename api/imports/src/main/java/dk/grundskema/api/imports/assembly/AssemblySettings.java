package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.calendar.SchoolCalendar;
import dk.grundskema.api.imports.mappingfile.ImportMapping;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.Horizon;
import java.util.List;

/**
 * Settings for assembling a problem, in addition to the files.
 *
 * @param title    title of the problem
 * @param site     name of its school and site
 * @param language its language
 * @param calendar days with school
 * @param horizon  weeks to plan
 * @param mapping  the school's mapping file
 * @param bells    bell times that override those of the files; empty means that only the files' times are used
 * @param lesson   title of a lesson without other information
 * @param ids      ids of students without an id in the files
 */
public record AssemblySettings(
        String title,
        String site,
        Language language,
        SchoolCalendar calendar,
        Horizon horizon,
        ImportMapping mapping,
        List<SourceBellTime> bells,
        String lesson,
        StudentIdScheme ids) {
    /** Copies the list. */
    public AssemblySettings {
        bells = List.copyOf(bells);
    }
}
