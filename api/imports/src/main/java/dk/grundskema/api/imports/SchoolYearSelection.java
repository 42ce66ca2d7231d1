package dk.grundskema.api.imports;

import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.api.imports.assembly.AssemblySettings;
import dk.grundskema.api.imports.calendar.CalendarWishes;
import dk.grundskema.api.imports.calendar.SchoolCalendar;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.imports.mappingfile.ImportMapping;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.DateSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The school year of an import, as far as it is known before the files are read.
 *
 * @param calendar its calendar; {@code null} if the files must determine it
 * @param years    resolves dates without a year
 */
record SchoolYearSelection(@Nullable SchoolCalendar calendar, YearlessDateResolver years) {
    /** Time zone of the school. */
    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    /** Placeholder for an unknown year, so that all other errors are found too; nothing is written then. */
    private static final SchoolYear ANY = new SchoolYear(2026);

    /** Returns the school year stated by the request or the mapping. */
    static SchoolYearSelection of(ImportRequest request, ImportMapping mapping, List<FileFinding> findings) {
        CampDays camp = request.camp();
        if (camp != null) {
            return new SchoolYearSelection(
                    calendar(SchoolYear.of(camp.first()), mapping, findings),
                    YearlessDateResolver.of(camp.first(), camp.last()));
        }
        String givenText = request.schoolYear() == null ? mapping.schoolYear() : request.schoolYear();
        if (givenText == null) {
            return new SchoolYearSelection(null, YearlessDateResolver.unknown());
        }
        var year = SchoolYear.parse(givenText);
        if (year.isEmpty()) {
            findings.add(FileFinding.error(new SourceLocation("", ""), "import.year.malformed", givenText));
        }
        SchoolCalendar calendar = calendar(year.orElse(ANY), mapping, findings);
        return new SchoolYearSelection(calendar, YearlessDateResolver.of(calendar.firstDay(), calendar.lastDay()));
    }

    /** Returns the school's calendar; reports an error and returns the default one if it is too long. */
    private static SchoolCalendar calendar(SchoolYear year, ImportMapping mapping, List<FileFinding> findings) {
        SchoolCalendar wished = SchoolCalendar.of(year, mapping.calendar());
        if (wished.fitsHorizon()) {
            return wished;
        }
        findings.add(FileFinding.error(
                new SourceLocation("", ""),
                "import.calendar.too-long",
                year.toString(),
                wished.firstDay().toString(),
                wished.lastDay().toString()));
        return SchoolCalendar.of(year, CalendarWishes.defaults());
    }

    /** Returns the days for which recurring events are expanded; {@code null} if unknown. */
    @Nullable
    DateSpan span() {
        return calendar == null ? null : new DateSpan(calendar.firstDay(), calendar.lastDay());
    }

    /** Returns the settings for assembling the problem. */
    AssemblySettings assemblySettings(
            ImportRequest request,
            ImportMapping mapping,
            List<SourceBellTime> bells,
            SourceData source,
            List<FileFinding> findings) {
        SchoolCalendar known = calendar;
        if (known == null) {
            var deduced = deduceSchoolYear(source);
            if (deduced.isEmpty()) {
                findings.add(FileFinding.error(new SourceLocation("", ""), "import.year.unknown"));
            } else {
                findings.add(FileFinding.info(
                        new SourceLocation("", ""),
                        "import.year.of-dates",
                        deduced.get().toString()));
            }
            known = calendar(deduced.orElse(ANY), mapping, findings);
        }
        var weeks = plannedWeeks(request, known, findings);
        Language language = request.language();
        String site = mapping.school() == null || mapping.school().isBlank()
                ? text(language, "import.site")
                : mapping.school();
        String title = request.title() == null ? site + " " + known.year() : request.title();
        CampDays camp = request.camp();
        return new AssemblySettings(
                title,
                site,
                language,
                known,
                camp == null ? known.horizon(weeks.first(), weeks.last(), ZONE) : camp.horizon(ZONE),
                mapping,
                bells,
                text(language, "import.lesson"),
                request.ids());
    }

    private static PlannedWeekRange plannedWeeks(
            ImportRequest request, SchoolCalendar calendar, List<FileFinding> findings) {
        String givenText = request.weeks();
        if (givenText == null) {
            return PlannedWeekRange.all(calendar);
        }
        return PlannedWeekRange.parse(givenText, calendar).orElseGet(() -> {
            var all = PlannedWeekRange.all(calendar);
            findings.add(FileFinding.error(
                    new SourceLocation("", ""),
                    "import.weeks.malformed",
                    givenText,
                    all.first().toString(),
                    all.last().toString()));
            return all;
        });
    }

    /** Returns the school year of the median date in the files; empty without dates or outside 2001 to 2097. */
    private static Optional<SchoolYear> deduceSchoolYear(SourceData source) {
        var dates = new ArrayList<LocalDate>();
        source.lessons().forEach(lesson -> {
            if (lesson.days() instanceof SourceDays.Dates some) {
                dates.addAll(some.dates());
            }
        });
        return dates.stream()
                .sorted()
                .skip(dates.size() / 2)
                .findFirst()
                .filter(date -> date.getYear() > 2000 && date.getYear() < 2098)
                .map(SchoolYear::of);
    }

    private static String text(Language language, String key) {
        Locale locale = language.locale();
        return ImportTexts.bundles(locale).stream()
                .filter(bundle -> bundle.containsKey(key))
                .map((ResourceBundle bundle) -> bundle.getString(key))
                .findFirst()
                .orElse(key);
    }
}
