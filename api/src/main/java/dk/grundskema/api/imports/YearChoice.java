package dk.grundskema.api.imports;

import dk.grundskema.api.imports.assembly.AssemblySettings;
import dk.grundskema.api.imports.calendar.CalendarWishes;
import dk.grundskema.api.imports.calendar.SchoolCalendar;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.imports.mapping.ImportMapping;
import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.source.SourcePeriod;
import dk.grundskema.api.imports.source.Years;
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
 * Which school year it is, as far as that is known before files are read.
 *
 * @param calendar its calendar; {@code null} means that the files must say it
 * @param years    days among which dates are that are written without their year
 */
record YearChoice(@Nullable SchoolCalendar calendar, Years years) {
    /** Zone of the school's clocks. */
    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    /** Stands in where the year is unknown, so that all else that is wrong is found too; nothing is written then. */
    private static final SchoolYear ANY = new SchoolYear(2026);

    /** What the command or the mapping says. */
    static YearChoice of(ImportRequest request, ImportMapping mapping, List<FileFinding> findings) {
        CampDays camp = request.camp();
        if (camp != null) {
            return new YearChoice(
                    calendar(SchoolYear.of(camp.first()), mapping, findings), Years.of(camp.first(), camp.last()));
        }
        String said = request.schoolYear() == null ? mapping.schoolYear() : request.schoolYear();
        if (said == null) {
            return new YearChoice(null, Years.unknown());
        }
        var year = SchoolYear.parse(said);
        if (year.isEmpty()) {
            findings.add(FileFinding.error(new Place("", ""), "import.year.malformed", said));
        }
        SchoolCalendar calendar = calendar(year.orElse(ANY), mapping, findings);
        return new YearChoice(calendar, Years.of(calendar.firstDay(), calendar.lastDay()));
    }

    /** The school's calendar; the usual one after it was said that the school's can't be. */
    private static SchoolCalendar calendar(SchoolYear year, ImportMapping mapping, List<FileFinding> findings) {
        SchoolCalendar wished = SchoolCalendar.of(year, mapping.calendar());
        if (wished.fitsHorizon()) {
            return wished;
        }
        findings.add(FileFinding.error(
                new Place("", ""),
                "import.calendar.too-long",
                year.toString(),
                wished.firstDay().toString(),
                wished.lastDay().toString()));
        return SchoolCalendar.of(year, CalendarWishes.defaults());
    }

    /** Days for which recurring events are wanted. */
    @Nullable
    DateSpan span() {
        return calendar == null ? null : new DateSpan(calendar.firstDay(), calendar.lastDay());
    }

    /** What the problem is made with. */
    AssemblySettings settings(
            ImportRequest request,
            ImportMapping mapping,
            List<SourcePeriod> bells,
            Source source,
            List<FileFinding> findings) {
        SchoolCalendar known = calendar;
        if (known == null) {
            var deduced = yearOfDates(source);
            if (deduced.isEmpty()) {
                findings.add(FileFinding.error(new Place("", ""), "import.year.unknown"));
            } else {
                findings.add(FileFinding.info(
                        new Place("", ""), "import.year.of-dates", deduced.get().toString()));
            }
            known = calendar(deduced.orElse(ANY), mapping, findings);
        }
        var weeks = weeks(request, known, findings);
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

    private static PlannedWeeks weeks(ImportRequest request, SchoolCalendar calendar, List<FileFinding> findings) {
        String said = request.weeks();
        if (said == null) {
            return PlannedWeeks.all(calendar);
        }
        return PlannedWeeks.parse(said, calendar).orElseGet(() -> {
            var all = PlannedWeeks.all(calendar);
            findings.add(FileFinding.error(
                    new Place("", ""),
                    "import.weeks.malformed",
                    said,
                    all.first().toString(),
                    all.last().toString()));
            return all;
        });
    }

    /** The school year that most dates of the files lie in. */
    private static Optional<SchoolYear> yearOfDates(Source source) {
        var dates = new ArrayList<LocalDate>();
        source.lessons().forEach(lesson -> {
            if (lesson.days() instanceof Days.Dates some) {
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
