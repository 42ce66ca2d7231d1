package dk.grundskema.api.planning;

import dk.grundskema.api.documents.fidelity.BreakdownFormatter;
import dk.grundskema.api.documents.timetable.MeetingStyles;
import dk.grundskema.api.documents.timetable.PayrollHoursCalculator;
import dk.grundskema.api.documents.timetable.SchoolWeekViews;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.documents.timetable.TimetableWriter;
import dk.grundskema.api.exports.calendar.CalendarFiles;
import dk.grundskema.api.exports.calendar.CalendarWording;
import dk.grundskema.api.exports.program.ExportScope;
import dk.grundskema.api.exports.program.ProgramExport;
import dk.grundskema.api.exports.program.ProgramFiles;
import dk.grundskema.api.exports.program.ProgramFormat;
import dk.grundskema.api.exports.sheet.PlanStatusText;
import dk.grundskema.api.exports.sheet.SheetBundle;
import dk.grundskema.api.exports.sheet.SheetContent;
import dk.grundskema.api.exports.sheet.TimetableSheetWriter;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.UnreadParameters;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Exports a plan to sheets, calendars and files of other programs. */
public final class PlanExporter {
    private final PlanningFacade planning;
    private final Texts texts;
    private final Problem problem;
    private final PlanNameResolver names;
    private final List<Demand> demands;

    /**
     * @param planning   domain operations with the installed plugins
     * @param texts   all texts in the reader's language
     * @param problem the problem of the plan
     * @param names   names for sheets that a planner hands out, including students' names
     * @param demands demands of the problem's interventions
     */
    public PlanExporter(
            PlanningFacade planning, Texts texts, Problem problem, PlanNameResolver names, List<Demand> demands) {
        this.planning = planning;
        this.texts = texts;
        this.problem = problem;
        this.names = names;
        this.demands = List.copyOf(demands);
    }

    /**
     * Returns the sheets of a timetable and their groups.
     *
     * @param status status of the plan; {@code null} if it has none
     */
    public SheetBundle sheetBundle(Timetable timetable, @Nullable PlanStatusText status) {
        return TimetableSheetWriter.writeBundle(sheetContent(timetable, status), texts.locale());
    }

    /** Returns the calendars of a timetable, as files by name. */
    public SortedMap<String, byte[]> calendarFiles(Timetable timetable) {
        return CalendarFiles.writeFiles(problem, timetable, calendarWording());
    }

    /** Returns a timetable, or a part of it, as files of another program. */
    public ProgramExport programFiles(ProgramFormat format, Timetable timetable, ExportScope scope) {
        return ProgramFiles.write(format, allViews(timetable), demands, scope);
    }

    /**
     * Returns what the files of a program format cannot express.
     *
     * @param views {@link #allViews} of the timetable
     */
    public List<Finding> programLosses(ProgramFormat format, TimetableViews views, ExportScope scope) {
        return ProgramFiles.findLosses(format, views, demands, scope);
    }

    /** Returns the names and texts for calendars. */
    public CalendarWording calendarWording() {
        var sites = new HashMap<SessionId, SiteId>();
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> sites.put(session.id(), session.site()));
        }
        return new CalendarWording(names, sites, planning.decorations(problem), planning::textBundles);
    }

    /** Returns the parts of a timetable as views. */
    public SchoolWeekViews.TimetableParts timetableParts(Timetable timetable) {
        var meetingStyles = new MeetingStyles(
                timetable, planning.decorations(problem), words -> texts.has(words) ? texts.text(words) : words);
        return SchoolWeekViews.of(problem, demands, timetable, meetingStyles);
    }

    /** Returns all meetings of a timetable; of a plan that repeats weekly, also the existing lessons. */
    public TimetableViews allViews(Timetable timetable) {
        return allViews(timetableParts(timetable));
    }

    private static TimetableViews allViews(SchoolWeekViews.TimetableParts parts) {
        return parts.school().map(SchoolWeekViews::allViews).orElse(parts.events());
    }

    private SheetContent sheetContent(Timetable timetable, @Nullable PlanStatusText status) {
        var parts = timetableParts(timetable);
        var views = allViews(parts);
        var wording = new BreakdownFormatter(
                texts.withNames(names.withTimetable(timetable).forTables()));
        return new SheetContent(
                parts,
                // Without a plugin nothing can be said about what its intervention asks for.
                !UnreadParameters.isAnyOf(problem.interventions())
                        ? wording.toViews(planning.fidelityReports(problem, timetable))
                        : List.of(),
                new PayrollHoursCalculator(views, demands).hoursOfAllStaff(),
                status,
                TimetableWriter.contentStamp(timetable));
    }
}
