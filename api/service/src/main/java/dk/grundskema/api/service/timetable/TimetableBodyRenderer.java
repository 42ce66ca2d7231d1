package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.MeetingStyle;
import dk.grundskema.api.documents.timetable.NaturalOrder;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.WeekGrid;
import dk.grundskema.api.exports.sheet.BoardSection;
import dk.grundskema.api.exports.sheet.Viewpoint;
import dk.grundskema.api.platform.page.PageTemplates;
import dk.grundskema.api.platform.page.Visitor;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.timetable.TimetablePage.DayBody;
import dk.grundskema.api.service.timetable.TimetablePage.OverviewBody;
import dk.grundskema.api.service.timetable.TimetablePage.WeekBody;
import dk.grundskema.domain.time.IsoWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renders the body of a timetable page: a week, a day or the overview, each with its template. */
final class TimetableBodyRenderer {
    /** Maximum number of lines in a day view; above it, the view shows planned entries only, not every lesson. */
    private static final int MOST_LINES = 500;

    private final PageTemplates templates;
    private final Visitor visitor;

    TimetableBodyRenderer(PageTemplates templates, Visitor visitor) {
        this.templates = templates;
        this.visitor = visitor;
    }

    /**
     * Returns the body.
     *
     * @param plan id of the plan
     */
    String render(TimetablePage page, PlanId plan) {
        var values = new HashMap<String, Object>(Map.of("page", page, "plan", plan.value()));
        return switch (page.body()) {
            case WeekBody week -> {
                Viewpoint viewpoint = viewpoint(page.shown().kind(), week);
                values.put("viewpoint", viewpoint);
                values.put("nothing", viewpoint.emptyWeekText());
                values.put("self", String.valueOf(week.self()));
                values.put("grid", WeekGrid.of(page.week(), week.entries(), viewpoint.clashTest()));
                values.put("doubleBookings", new DoubleBookingTexts(templates.texts(), week.doubles(), week.self()));
                values.put("styles", styles(page.week(), week.entries()));
                List<TimetableEntry> shown = week.entries().stream()
                        .filter(entry -> entry.occurrence().week().equals(page.week()))
                        .toList();
                values.put("hasLessons", shown.stream().anyMatch(TimetableEntry::isUntouched));
                values.put("isSchool", shown.stream().allMatch(entry -> entry.existing() != null));
                values.put("manualEdit", page.manualEdit());
                String grid = templates.renderPart(visitor, "timetable-week", values);
                yield page.manualEdit() == null ? grid : renderEditor(values, grid);
            }
            case DayBody day -> {
                values.put("board", day.board());
                values.put("dates", day.dates());
                List<BoardSection> all = BoardSection.of(day.board());
                List<BoardSection> sections = isTooLong(all)
                        ? all.stream()
                                .map(BoardSection::withoutUntouchedLessons)
                                .toList()
                        : all;
                values.put("sections", sections);
                values.put("lines", countLines(sections));
                values.put("leftOut", countLines(all) - countLines(sections));
                yield templates.renderPart(visitor, "timetable-day", values);
            }
            case OverviewBody all -> {
                values.put("overview", all.overview());
                values.put("doubleBookings", new DoubleBookingTexts(templates.texts(), all.doubles(), ""));
                values.put("first", page.firstTeam());
                yield templates.renderPart(visitor, "timetable-whole", values);
            }
        };
    }

    private static boolean isTooLong(List<BoardSection> sections) {
        return countLines(sections) > MOST_LINES;
    }

    private static int countLines(List<BoardSection> sections) {
        return sections.stream().mapToInt(section -> section.entries().size()).sum();
    }

    /** Renders the elements for manual changes around the grid. */
    private String renderEditor(Map<String, Object> common, String grid) {
        var values = new HashMap<>(common);
        values.put("board", grid);
        values.put("scriptTexts", templates.texts().keysWithPrefix("hand.say."));
        return templates.renderPart(visitor, "timetable-hand", values);
    }

    private static List<MeetingStyle> styles(IsoWeek week, List<TimetableEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.occurrence().week().equals(week) && !entry.isUntouched())
                .map(TimetableEntry::meetingStyle)
                .distinct()
                .sorted(NaturalOrder.by(MeetingStyle::name))
                .toList();
    }

    private Viewpoint viewpoint(TimetablePage.ViewKind kind, WeekBody week) {
        return switch (kind) {
            case STAFF ->
                week.hasNames()
                        ? Viewpoint.ofStaff(templates.texts(), week.self())
                        : Viewpoint.ofStaffWithoutNames(templates.texts(), week.self());
            case ROOM -> Viewpoint.ofRoom(templates.texts(), week.self());
            default -> Viewpoint.ofStudents(templates.texts(), week.self());
        };
    }
}
