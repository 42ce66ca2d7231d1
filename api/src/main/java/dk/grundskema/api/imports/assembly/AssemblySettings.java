package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.calendar.SchoolCalendar;
import dk.grundskema.api.imports.mapping.ImportMapping;
import dk.grundskema.api.imports.source.SourcePeriod;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.Horizon;
import java.util.List;

/**
 * What a problem is made with beside the files.
 *
 * @param title     what it is called
 * @param site      what its school and site are called
 * @param language  its language
 * @param calendar  when there is school
 * @param horizon   weeks that are planned
 * @param mapping   what the school says about its files
 * @param bells     when lessons of a number are, before what files say; empty means that only files say it
 * @param lesson    what a lesson is called of which nothing else is known
 * @param ids       ids of students without an id in the files
 */
public record AssemblySettings(
        String title,
        String site,
        Language language,
        SchoolCalendar calendar,
        Horizon horizon,
        ImportMapping mapping,
        List<SourcePeriod> bells,
        String lesson,
        StudentIds ids) {
    /** Copies the list. */
    public AssemblySettings {
        bells = List.copyOf(bells);
    }
}
